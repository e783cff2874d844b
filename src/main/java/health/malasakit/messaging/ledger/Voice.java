package health.malasakit.messaging.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Says things in one language, as one clinic.
 *
 * @param language one of ours
 * @param words the clinic's own template of a key, or ours
 */
record Voice(String language, Sender sender, UnaryOperator<String> words) {

  /** A sentence with its places filled; the clinic and its telephone are in every one. */
  String say(String key, Map<String, String> places) {
    return fill(words.apply(key), places);
  }

  /** A line that is no template. */
  String say(String line) {
    return fill(line, Map.of());
  }

  /** What can be said of one visit, once it is {@link VisitTold#open open}. */
  Map<String, String> places(Outward.Told one) {
    var visit = one.visit();
    return Map.of(
        "when", when(one),
        "where", where(visit),
        "prepare", visit.prepare(),
        "link", visit.link().orElse(""),
        "who", "");
  }

  /**
   * The clinic's wall with its zone named; where it reaches her elsewhere, her own hour as well.
   */
  private String when(Outward.Told one) {
    var start = one.visit().start();
    var said = at("format.when", start.instant(), start.zone());
    return hers(one)
        .map(zone ->
            say("yours", Map.of("when", said, "yours", at("format.hour", start.instant(), zone))))
        .orElse(said);
  }

  private static Optional<ZoneId> hers(Outward.Told one) {
    var zones = one.recipient().zones();
    var start = one.visit().start();
    if (one.visit().how() == VisitTold.How.IN_PERSON || zones.size() != 1) {
      return Optional.empty();
    }
    var zone = zones.iterator().next();
    var there = zone.getRules().getOffset(start.instant());
    return there.equals(start.zone().getRules().getOffset(start.instant()))
        ? Optional.empty()
        : Optional.of(zone);
  }

  private String at(String format, Instant moment, ZoneId zone) {
    var written = Words.of(language, format) + " '('vvvv')'";
    return DateTimeFormatter.ofPattern(written, Words.locale(language))
        .format(moment.atZone(zone))
        .replace('\u202f', ' ')
        .replace('\u00a0', ' ');
  }

  private String where(VisitTold visit) {
    return switch (visit.how()) {
      case VIDEO -> say("where.video", Map.of());
      case PHONE -> say("where.phone", Map.of());
      case IN_PERSON ->
          visit.where().isBlank()
              ? say("where.none", Map.of())
              : say("where.address", Map.of("address", visit.where()));
    };
  }

  private String fill(String text, Map<String, String> places) {
    var all = new HashMap<>(places);
    all.put("clinic", sender.name());
    all.put("phone", sender.telephone());
    return Places.fill(text, all);
  }
}
