package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what is told of one visit or several into the words of one message. */
@Component
class Wording {

  private final Senders senders;
  private final Templates templates;

  Wording(Senders senders, Templates templates) {
    this.senders = senders;
    this.templates = templates;
  }

  /** Whether there are words in her language, and not one line only. */
  boolean isHers(String tag) {
    return Words.has(tag);
  }

  /** Texts say how they are answered and ended; e-mails say where to call. */
  Outward.Message of(
      OrganizationId clinic, Channel channel, String tag, List<Outward.Told> visits) {
    var sender =
        senders.of(clinic).orElseThrow(() -> new IllegalStateException("A clinic without a name"));
    var voice = new Voice(Words.ours(tag), sender, templates.of(clinic, Words.ours(tag)));
    List<String> lines = new ArrayList<>();
    Words.line(tag).filter(line -> !Words.has(tag)).map(voice::say).ifPresent(lines::add);
    lines.addAll(visits.size() == 1 ? single(voice, visits.getFirst()) : several(voice, visits));
    lines.addAll(ending(voice, channel, visits));
    var subject = voice.say(cancelledOnly(visits) ? "subject.cancelled" : "subject", Map.of());
    boolean email = channel == Channel.EMAIL;
    return new Outward.Message(
        subject,
        String.join(email ? "\n\n" : "\n", lines),
        voice.say("calendar", Map.of()),
        sender,
        visits);
  }

  private static List<String> single(Voice voice, Outward.Told one) {
    var places = voice.places(one);
    boolean silent = one.entry().step() == Step.WEEK && prepares(places).isEmpty();
    return joined(voice, voice.say(silent ? "week.call" : one.entry().step().code(), places), one);
  }

  private static String prepares(Map<String, String> places) {
    return places.getOrDefault("prepare", "");
  }

  /** Numbered, the earliest first. */
  private static List<String> several(Voice voice, List<Outward.Told> told) {
    var visits =
        told.stream()
            .sorted(Comparator.comparing((Outward.Told one) -> one.visit().start().instant()))
            .toList();
    boolean household =
        visits.stream().map(one -> one.recipient().patient()).distinct().count() > 1;
    List<String> lines = new ArrayList<>(List.of(voice.say("several", Map.of())));
    for (int nth = 0; nth < visits.size(); nth++) {
      var one = visits.get(nth);
      var who =
          household && !one.recipient().given().isBlank() ? one.recipient().given() + ", " : "";
      var step = one.entry().step();
      var key = "line." + (step.confirms() ? step.code() : "reminder");
      var places = new HashMap<>(voice.places(one));
      places.put("who", who);
      lines.addAll(joined(voice, (nth + 1) + ") " + voice.say(key, places), one));
      if (step == Step.WEEK) {
        lines.add(voice.say(prepares(places).isEmpty() ? "prepare.call" : "prepare", places));
      }
    }
    lines.add(voice.say("questions", Map.of()));
    return lines;
  }

  /** How she joins by video is told with all that is told from the day before on. */
  private static List<String> joined(Voice voice, String said, Outward.Told one) {
    var step = one.entry().step();
    var link = one.visit().link();
    boolean soon = one.entry().urgency() == Entry.Urgency.SOON && step != Step.CANCELLED;
    return link.isPresent() && (soon || step == Step.DAY || step == Step.TWO_HOURS)
        ? List.of(said, voice.say("join", Map.of("link", link.get())))
        : List.of(said);
  }

  private static List<String> ending(Voice voice, Channel channel, List<Outward.Told> visits) {
    boolean asks = visits.stream().anyMatch(one -> one.entry().step() == Step.THREE_DAYS);
    List<String> lines = new ArrayList<>();
    if (asks && channel == Channel.EMAIL) {
      lines.add(voice.say("ask.email", Map.of()));
    } else if (asks) {
      lines.add(voice.say(visits.size() == 1 ? "ask" : "ask.several", Map.of()));
    }
    if (channel == Channel.TEXT) {
      lines.add(voice.say("stop", Map.of()));
    }
    return lines;
  }

  private static boolean cancelledOnly(List<Outward.Told> visits) {
    return visits.stream()
        .map(one -> one.entry().step())
        .collect(Collectors.toSet())
        .equals(Set.of(Step.CANCELLED));
  }
}
