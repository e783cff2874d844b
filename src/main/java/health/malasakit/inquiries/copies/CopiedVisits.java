package health.malasakit.inquiries.copies;

import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitChange;
import health.malasakit.scheduling.Visits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What whoever wrote a call up did in it with the visits of its patient, in words. */
@Component
class CopiedVisits {

  private final Visits visits;
  private final VisitActs acts;
  private final VisitTypes types;
  private final Practitioners practitioners;
  private final Sites sites;

  CopiedVisits(
      Visits visits, VisitActs acts, VisitTypes types, Practitioners practitioners, Sites sites) {
    this.visits = visits;
    this.acts = acts;
    this.types = types;
    this.practitioners = practitioners;
    this.sites = sites;
  }

  /** Of each visit the last that was done with it, in the order in which it was done. */
  List<String> of(Sheet sheet) {
    var clinic = sheet.call().organization();
    return sheet
        .about()
        .filter(patient -> Scopes.current().may(clinic, "appointments", Verb.READ))
        .map(patient -> said(sheet, patient))
        .orElse(List.of());
  }

  private List<String> said(Sheet sheet, PatientId patient) {
    var clinic = sheet.call().organization();
    var done =
        acts.of(
            new VisitActs.Asked(
                clinic,
                List.of(patient),
                sheet.written().by(),
                sheet.call().workedSince(),
                sheet.written().at()));
    if (done.isEmpty()) {
      return List.of();
    }
    var hers =
        visits.of(clinic, patient).stream().collect(Collectors.toMap(Visit::id, visit -> visit));
    return done.stream()
        .flatMap(one ->
            Optional.ofNullable(hers.get(one.visit())).stream()
                .map(visit -> line(one.change(), visit)))
        .toList()
        .reversed();
  }

  /** With whom and where, unless it is at another time since then. */
  private String line(VisitChange change, Visit visit) {
    var still = Optional.of(visit).filter(one -> one.time().start().local().equals(change.local()));
    var from =
        still
            .map(one -> one.time().from())
            .orElseGet(() -> change.local().atZone(change.zone()).toInstant());
    var words =
        Stream.concat(
                Stream.of(Moments.dated(from, change.zone())),
                still.stream().flatMap(this::details))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return Sentences.of("inquiries.copy." + change.act(), words);
  }

  private Stream<String> details(Visit visit) {
    var place = visit.place();
    var type = place.type().flatMap(id -> Optional.ofNullable(types.byIds(List.of(id)).get(id)));
    var with =
        place
            .practitioner()
            .flatMap(id -> Optional.ofNullable(practitioners.byIds(List.of(id)).get(id)));
    return Stream.of(
        type.map(VisitType::name).orElse(place.title()),
        with.map(one -> one.name()).orElse(""),
        where(visit, type.map(one -> one.details().modality()).orElse(Modality.IN_PERSON)));
  }

  private String where(Visit visit, Modality how) {
    return switch (how) {
      case IN_PERSON ->
          Optional.ofNullable(sites.byIds(List.of(visit.site())).get(visit.site()))
              .map(site -> site.name() + ", " + site.address().shown())
              .orElse("");
      case VIDEO -> Sentences.of("inquiries.copy.video");
      case PHONE -> Sentences.of("inquiries.copy.phone");
    };
  }
}
