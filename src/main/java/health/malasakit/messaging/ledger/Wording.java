package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Channel;
import java.time.Clock;
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

  private static final int PREPARE_MAX = 400;

  private final Senders senders;
  private final Templates templates;
  private final Clock clock;

  Wording(Senders senders, Templates templates, Clock clock) {
    this.senders = senders;
    this.templates = templates;
    this.clock = clock;
  }

  /** Whether there are words in her language, and not one line only. */
  boolean isHers(String tag) {
    return Words.has(tag);
  }

  /**
   * Texts say how they are answered and ended; e-mails say where to call. No part of the message
   * knows more of a visit than is said openly.
   */
  Outward.Message of(OrganizationId clinic, Channel channel, String tag, List<Outward.Told> told) {
    var visits = told.stream().map(Outward.Told::open).toList();
    var sender =
        senders.of(clinic).orElseThrow(() -> new IllegalStateException("A clinic without a name"));
    var voice = new Voice(Words.ours(tag), sender, templates.of(clinic, Words.ours(tag)));
    List<String> lines = new ArrayList<>();
    Words.line(tag).filter(line -> !Words.has(tag)).map(voice::say).ifPresent(lines::add);
    lines.addAll(
        visits.size() == 1
            ? single(voice, channel, visits.getFirst())
            : several(voice, channel, visits));
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

  private List<String> single(Voice voice, Channel channel, Outward.Told one) {
    var places = places(voice, channel, one);
    boolean silent = one.entry().step() == Step.WEEK && prepares(places).isEmpty();
    return joined(voice, voice.say(silent ? "week.call" : one.entry().step().code(), places), one);
  }

  /** What there is to prepare is told in a text only where it leaves room for the rest. */
  private static Map<String, String> places(Voice voice, Channel channel, Outward.Told one) {
    var places = new HashMap<>(voice.places(one));
    if (channel == Channel.TEXT && prepares(places).length() > PREPARE_MAX) {
      places.put("prepare", "");
    }
    return places;
  }

  private static String prepares(Map<String, String> places) {
    return places.getOrDefault("prepare", "");
  }

  /** Numbered, the earliest first. */
  private List<String> several(Voice voice, Channel channel, List<Outward.Told> told) {
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
      var places = places(voice, channel, one);
      places.put("who", who);
      lines.addAll(joined(voice, (nth + 1) + ") " + voice.say(key, places), one));
      if (step == Step.WEEK) {
        lines.add(voice.say(prepares(places).isEmpty() ? "prepare.call" : "prepare", places));
      }
    }
    lines.add(voice.say("questions", Map.of()));
    return lines;
  }

  private List<String> joined(Voice voice, String said, Outward.Told one) {
    return one.joins(clock.instant())
        .map(link -> List.of(said, voice.say("join", Map.of("link", link))))
        .orElseGet(() -> List.of(said));
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
