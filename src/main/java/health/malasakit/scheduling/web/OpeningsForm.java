package health.malasakit.scheduling.web;

import health.malasakit.access.json.Malformed;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.PartOfDay;
import health.malasakit.scheduling.VisitId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked on the page of openings. Codes, ids and dates only, so it may stand in an address.
 *
 * @param type name of a kind of visit; the same name may exist at several clinics
 * @param from a date as she types it, on the clinic's calendar
 * @param inARow how many visits are to follow each other, of brothers and sisters say
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
    Optional<Instant> after,
    int inARow) {

  private static final int IN_A_ROW_MAX = 4;

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
        one(sent, "after").map(OpeningsForm::instant),
        one(sent, "row").map(OpeningsForm::row).orElse(1));
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
      throw new Malformed("day", "scheduling.malformed.weekday");
    }
  }

  private static int row(String number) {
    return IntStream.rangeClosed(1, IN_A_ROW_MAX)
        .filter(count -> String.valueOf(count).equals(number))
        .findFirst()
        .orElseThrow(() -> new Malformed("row", "scheduling.malformed.row"));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException noInstant) {
      throw new Malformed("after", "access.malformed.moment", "after");
    }
  }

  /** The address of the page that asks the same. */
  String address() {
    return to("/openings");
  }

  /** The same question, sent to another handler. */
  String to(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    fields()
        .forEach((name, values) ->
            values.forEach(value -> address.queryParam(name, value.replace("+", "%2B"))));
    return address.encode().build().toUriString();
  }

  /** As it is sent: {@link #of} reads it back. */
  private MultiValueMap<String, String> fields() {
    var fields = new LinkedMultiValueMap<String, String>();
    patient.ifPresent(id -> fields.add("patient", id.toString()));
    moves.ifPresent(id -> fields.add("moves", id.toString()));
    fields.add("type", type);
    sites.forEach(id -> fields.add("site", id.toString()));
    notSites.forEach(id -> fields.add("notSite", id.toString()));
    practitioners.forEach(id -> fields.add("practitioner", id.toString()));
    fields.add("language", language);
    days.forEach(day -> fields.add("day", String.valueOf(day.getValue())));
    parts.forEach(part -> fields.add("part", part.code()));
    fields.add("from", from);
    fields.add("today", today ? "yes" : "");
    after.ifPresent(at -> fields.add("after", at.toString()));
    fields.add("row", inARow > 1 ? String.valueOf(inARow) : "");
    fields.values().removeIf(values -> values.stream().allMatch(String::isBlank));
    return fields;
  }

  private OpeningsForm but(Consumer<MultiValueMap<String, String>> change) {
    var fields = fields();
    change.accept(fields);
    return of(fields);
  }

  OpeningsForm later(Instant last) {
    return but(fields -> fields.set("after", last.toString()));
  }

  OpeningsForm elsewhere(List<SiteId> shown) {
    return but(fields -> {
      shown.forEach(site -> fields.add("notSite", site.toString()));
      List.of("site", "after").forEach(fields::remove);
    });
  }

  OpeningsForm withAnyone() {
    return but(fields -> List.of("practitioner", "after").forEach(fields::remove));
  }

  OpeningsForm soonestToday() {
    return but(fields -> {
      List.of("site", "notSite", "practitioner", "day", "part", "from", "after")
          .forEach(fields::remove);
      fields.set("today", "yes");
    });
  }

  OpeningsForm about(PatientId one) {
    return but(fields -> fields.set("patient", one.toString()));
  }

  OpeningsForm ofType(String name) {
    return but(fields -> fields.set("type", name));
  }
}
