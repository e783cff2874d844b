package health.malasakit.interop.fhir;

import health.malasakit.directory.Address;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.Source;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.PastVisit;
import health.malasakit.scheduling.PastVisits;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Hands Encounter to scheduling, as a past visit. */
@Component
class EncounterTaker implements Taker {

  private static final ZoneId UNKNOWN_ZONE = ZoneId.of("Etc/UTC");

  private final PastVisits visits;
  private final Sites sites;
  private final Clinics clinics;
  private final KnownNames names;
  private final ImportStore imports;
  private final Clock clock;

  EncounterTaker(
      PastVisits visits,
      Sites sites,
      Clinics clinics,
      KnownNames names,
      ImportStore imports,
      Clock clock) {
    this.visits = visits;
    this.sites = sites;
    this.clinics = clinics;
    this.names = names;
    this.imports = imports;
    this.clock = clock;
  }

  @Override
  public Set<String> types() {
    return Set.of(ResourceFields.ENCOUNTER);
  }

  @Override
  public Outcome take(Taking taking, Resource resource) {
    var encounter = (Encounter) resource;
    var mapped = EncounterMapping.map(encounter, clock.instant());
    Known known = names.patient(taking, encounter.getSubject(), "Encounter.subject");
    var patient = new PatientId(known.row());
    SiteId site = place(taking, mapped);
    var visit =
        new PastVisit(
            taking.run().organization(),
            taking.run().source()
                + " Encounter/"
                + taking.ownId(Words.of(encounter.getIdPart()), encounter.getIdentifier()),
            patient,
            site,
            practitioner(taking, mapped),
            mapped.title(),
            mapped.start(),
            mapped.end(),
            zone(taking, site));
    var taken = visits.importOne(visit);
    Outcome outcome = Outcome.of(taken.outcome());
    if (outcome != Outcome.UNCHANGED) {
      imports.touch(taking.file(), taking.touch(taken.id().value(), Optional.of(patient), outcome));
    }
    return outcome;
  }

  private SiteId place(Taking taking, EncounterMapping visit) {
    Known.Answer place =
        names.first(taking, visit.places(), Known.Kind.SITE, ResourceFields.LOCATION);
    if (place.one().isPresent()) {
      return new SiteId(place.one().get().row());
    }
    if (!visit.places().isEmpty()) {
      taking.remark("location", place.rule());
    }
    var source = Source.of(taking.run().source(), "place-not-named");
    var unnamed =
        new Site.Details(Sentences.of("interop.no_place"), Address.NONE, Site.Book.THEIRS);
    return sites.importFacility(taking.run().organization(), source, unnamed).id();
  }

  private Optional<PractitionerId> practitioner(Taking taking, EncounterMapping visit) {
    Known.Answer who =
        names.first(taking, visit.people(), Known.Kind.PRACTITIONER, ResourceFields.PRACTITIONER);
    if (who.one().isEmpty() && !visit.people().isEmpty()) {
      taking.remark("participant", who.rule());
    }
    return who.one().map(known -> new PractitionerId(known.row()));
  }

  /** Its own as far as it is known, else the clinic's; else the one that claims nothing. */
  private ZoneId zone(Taking taking, SiteId site) {
    return sites
        .get(site)
        .zone()
        .or(() -> clinics.get(taking.run().organization()).zone())
        .orElse(UNKNOWN_ZONE);
  }
}
