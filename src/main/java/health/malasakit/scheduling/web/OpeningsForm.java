package health.malasakit.scheduling.web;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.PartOfDay;
import health.malasakit.scheduling.VisitId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked on the page of openings. Codes, ids and dates only, so it may stand in an address.
 *
 * @param type name of a kind of visit; the same name may exist at several clinics
 * @param from a date as she types it, on the clinic's calendar
 * @param today only what is still to be had today
 */
record OpeningsForm(
    Optional<PatientId> patient,
    Optional<VisitId> moves,
    String type,
    Set<SiteId> sites,
    Set<SiteId> notSites,
    Set<PractitionerId> practitioners,
    String language,
    Set<DayOfWeek> days,
    Set<PartOfDay> parts,
    String from,
    boolean today,
    Optional<Instant> after) {

  static OpeningsForm of(MultiValueMap<String, String> sent) {
    return new OpeningsForm(
        one(sent, "patient").map(PatientId::of),
        one(sent, "moves").map(VisitId::of),
        one(sent, "type").orElse(""),
        set(sent, "site", SiteId::of),
        set(sent, "notSite", SiteId::of),
        set(sent, "practitioner", PractitionerId::of),
        one(sent, "language").orElse(""),
        set(sent, "day", OpeningsForm::weekday),
        set(sent, "part", PartOfDay::of),
        one(sent, "from").orElse(""),
        one(sent, "today").isPresent(),
        one(sent, "after").flatMap(OpeningsForm::instant));
  }

  private static Optional<String> one(MultiValueMap<String, String> sent, String name) {
    return Optional.ofNullable(sent.getFirst(name)).filter(text -> !text.isBlank());
  }

  private static <T> Set<T> set(
      MultiValueMap<String, String> sent, String name, Function<String, T> read) {
    return sent.getOrDefault(name, List.of()).stream()
        .filter(text -> !text.isBlank())
        .map(read)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static DayOfWeek weekday(String number) {
    try {
      return DayOfWeek.of(Integer.parseInt(number));
    } catch (RuntimeException noDay) {
      throw new Malformed("day", "'day' is 1 (Monday) to 7 (Sunday).");
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noInstant) {
      return Optional.empty();
    }
  }

  /** The address of the page that asks the same. */
  String address() {
    return to("/openings");
  }

  /** The same question, sent to another handler. */
  String to(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    patient.ifPresent(id -> address.queryParam("patient", id));
    moves.ifPresent(id -> address.queryParam("moves", id));
    add(address, "type", type);
    sites.forEach(id -> address.queryParam("site", id));
    notSites.forEach(id -> address.queryParam("notSite", id));
    practitioners.forEach(id -> address.queryParam("practitioner", id));
    add(address, "language", language);
    days.forEach(day -> address.queryParam("day", day.getValue()));
    parts.forEach(part -> address.queryParam("part", part.code()));
    add(address, "from", from);
    if (today) {
      address.queryParam("today", "yes");
    }
    after.ifPresent(at -> address.queryParam("after", at));
    return address.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isBlank()) {
      address.queryParam(name, value.replace("+", "%2B"));
    }
  }

  OpeningsForm later(Instant last) {
    return new OpeningsForm(
        patient,
        moves,
        type,
        sites,
        notSites,
        practitioners,
        language,
        days,
        parts,
        from,
        today,
        Optional.of(last));
  }

  OpeningsForm elsewhere(List<SiteId> shown) {
    var not = new LinkedHashSet<>(notSites);
    not.addAll(shown);
    return new OpeningsForm(
        patient,
        moves,
        type,
        Set.of(),
        not,
        practitioners,
        language,
        days,
        parts,
        from,
        today,
        Optional.empty());
  }

  OpeningsForm withAnyone() {
    return new OpeningsForm(
        patient,
        moves,
        type,
        sites,
        notSites,
        Set.of(),
        language,
        days,
        parts,
        from,
        today,
        Optional.empty());
  }

  OpeningsForm soonestToday() {
    return new OpeningsForm(
        patient,
        moves,
        type,
        Set.of(),
        Set.of(),
        Set.of(),
        language,
        Set.of(),
        Set.of(),
        "",
        true,
        Optional.empty());
  }

  OpeningsForm about(PatientId one) {
    return new OpeningsForm(
        Optional.of(one),
        moves,
        type,
        sites,
        notSites,
        practitioners,
        language,
        days,
        parts,
        from,
        today,
        after);
  }

  OpeningsForm ofType(String name) {
    return new OpeningsForm(
        patient,
        moves,
        name,
        sites,
        notSites,
        practitioners,
        language,
        days,
        parts,
        from,
        today,
        after);
  }
}
