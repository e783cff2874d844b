package health.malasakit.interop.fhir;

import health.malasakit.directory.Imported;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Hands Organization, Location, Practitioner and PractitionerRole to the directory. */
@Component
class DirectoryTaker implements Taker {

  private static final int SPECIALTY_CHARS_MAX = 200;

  private final Sites sites;
  private final Practitioners practitioners;
  private final KnownNames names;
  private final ImportStore imports;

  DirectoryTaker(Sites sites, Practitioners practitioners, KnownNames names, ImportStore imports) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.names = names;
    this.imports = imports;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        ResourceFields.ORGANIZATION,
        ResourceFields.LOCATION,
        ResourceFields.PRACTITIONER,
        ResourceFields.PRACTITIONER_ROLE);
  }

  @Override
  public Outcome take(Taking taking, Resource resource) {
    return switch (resource) {
      case Organization payer when DirectoryMapping.payer(payer) -> payer(taking, payer);
      case Organization organization -> organization(taking, organization);
      case Location location -> location(taking, location);
      case Practitioner practitioner -> practitioner(taking, practitioner);
      default -> role(taking, (org.hl7.fhir.r4.model.PractitionerRole) resource);
    };
  }

  /** No place: only its name is kept, for the coverages that refer to it. */
  private Outcome payer(Taking taking, Organization payer) {
    Collection<String> all = names(taking, payer.getIdPart(), payer.getIdentifier());
    String id = taking.ownId(payer.getIdPart(), payer.getIdentifier());
    UUID row = KnownStore.hashed(taking.run().meant(taking.resource().type() + "/" + id));
    return names.keep(taking, all, new Known(Known.Kind.PAYER, row, DirectoryMapping.name(payer)));
  }

  private Outcome organization(Taking taking, Organization organization) {
    Source source = source(taking, organization.getIdPart(), organization.getIdentifier());
    return facility(
        taking,
        source,
        DirectoryMapping.facility(organization),
        names(taking, organization.getIdPart(), organization.getIdentifier()));
  }

  private Outcome location(Taking taking, Location location) {
    Source source = source(taking, location.getIdPart(), location.getIdentifier());
    return facility(
        taking,
        source,
        DirectoryMapping.facility(location),
        names(taking, location.getIdPart(), location.getIdentifier()));
  }

  private Outcome facility(
      Taking taking, Source source, Site.Details details, Collection<String> all) {
    Imported<SiteId> site = sites.importFacility(taking.run().organization(), source, details);
    names.keep(taking, all, new Known(Known.Kind.SITE, site.id().value(), details.name()));
    return touched(taking, site.id().value(), Outcome.of(site.outcome()));
  }

  private Outcome practitioner(Taking taking, Practitioner practitioner) {
    var details = DirectoryMapping.practitioner(practitioner);
    Source source = source(taking, practitioner.getIdPart(), practitioner.getIdentifier());
    Imported<PractitionerId> taken =
        practitioners.importOne(taking.run().organization(), source, details);
    names.keep(
        taking,
        names(taking, practitioner.getIdPart(), practitioner.getIdentifier()),
        new Known(Known.Kind.PRACTITIONER, taken.id().value(), ""));
    return touched(taking, taken.id().value(), Outcome.of(taken.outcome()));
  }

  private Outcome role(Taking taking, org.hl7.fhir.r4.model.PractitionerRole role) {
    Known.Answer who = names.find(taking, role.getPractitioner(), ResourceFields.PRACTITIONER);
    PractitionerId practitioner =
        who.one()
            .filter(found -> found.kind() == Known.Kind.PRACTITIONER)
            .map(found -> new PractitionerId(found.row()))
            .orElseThrow(() -> new NotTaken("PractitionerRole.practitioner", who.rule()));
    String specialty =
        Words.first(
            role.getSpecialty().stream().map(Words::of).findFirst().orElse(""),
            role.getCode().stream().map(Words::of).findFirst().orElse(""));
    Source source = source(taking, role.getIdPart(), role.getIdentifier());
    List<Outcome> rows = new ArrayList<>();
    for (SiteId site : places(taking, role)) {
      var works =
          new PractitionerRole(practitioner, site, Words.atMost(specialty, SPECIALTY_CHARS_MAX));
      rows.add(
          Outcome.of(
              practitioners.importRole(
                  taking.run().organization(), numbered(source, rows.size()), works)));
    }
    names.keep(
        taking,
        names(taking, role.getIdPart(), role.getIdentifier()),
        new Known(Known.Kind.PRACTITIONER, practitioner.value(), ""));
    return touched(taking, practitioner.value(), Outcome.ofAll(rows));
  }

  /** Its locations; its organization when it names none. */
  private List<SiteId> places(Taking taking, org.hl7.fhir.r4.model.PractitionerRole role) {
    boolean byLocation = role.hasLocation();
    List<Reference> references = byLocation ? role.getLocation() : List.of(role.getOrganization());
    List<SiteId> places = new ArrayList<>();
    Known.Answer last = new Known.Answer.None();
    for (Reference reference : references) {
      last =
          names.find(
              taking,
              reference,
              byLocation ? ResourceFields.LOCATION : ResourceFields.ORGANIZATION);
      last.one()
          .filter(found -> found.kind() == Known.Kind.SITE)
          .ifPresent(found -> places.add(new SiteId(found.row())));
    }
    if (places.isEmpty()) {
      throw new NotTaken(
          "PractitionerRole." + (byLocation ? "location" : "organization"),
          last instanceof Known.Answer.One ? Refusal.said("reference.type/place") : last.rule());
    }
    return places.stream().distinct().toList();
  }

  private Outcome touched(Taking taking, UUID row, Outcome outcome) {
    if (outcome != Outcome.UNCHANGED) {
      imports.touch(taking.file(), taking.touch(row, Optional.empty(), outcome));
    }
    return outcome;
  }

  private static Collection<String> names(
      Taking taking, String id, List<org.hl7.fhir.r4.model.Identifier> identifiers) {
    return taking.names(Words.of(id), identifiers);
  }

  private static Source source(
      Taking taking, String id, List<org.hl7.fhir.r4.model.Identifier> identifiers) {
    return Source.of(
        taking.run().source(), taking.resource().type() + "/" + taking.ownId(id, identifiers));
  }

  private static Source numbered(Source source, int number) {
    return number == 0
        ? source
        : Source.of(source.name(), source.externalId().orElse("") + "#" + number);
  }
}
