package health.malasakit.messaging.ledger;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.HealthWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words of each clinic, by language, as far as it has its own; else ours. */
@Component
public class Templates {

  /** The languages in which there are words. */
  public static final List<String> LANGUAGES = List.of("en", "es", "tl");

  private static final int LENGTH_MAX = 300;

  /** Said once, in the step that is for it. */
  private static final String PREPARE = "prepare";

  private static final Set<String> PLACES = Set.of("clinic", "when", "where", "phone", PREPARE);

  /** What a step is there to say, beyond who writes and when the visit is. */
  private static final Map<Step, String> POINTS = Map.of(Step.WEEK, PREPARE, Step.DAY, "where");

  private static final ZoneId EXAMPLE = ZoneId.of("America/New_York");

  private final TemplateStore store;
  private final Senders senders;
  private final Audit audit;
  private final Clock clock;

  Templates(TemplateStore store, Senders senders, Audit audit, Clock clock) {
    this.store = store;
    this.senders = senders;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The words of one step.
   *
   * @param own whether they are the clinic's
   * @param example as a patient would read them, of a made-up visit
   */
  public record Shown(Step step, String words, boolean own, String example) {}

  /** Finds the words of a key in a language of ours. */
  UnaryOperator<String> of(OrganizationId clinic, String language) {
    Map<String, String> own = own(clinic, language);
    return key -> Optional.ofNullable(own.get(key)).orElseGet(() -> Words.of(language, key));
  }

  /** The words of every step in a language. */
  @Transactional(readOnly = true)
  public List<Shown> all(OrganizationId clinic, String language) {
    var own = own(clinic, language);
    var words = of(clinic, language);
    var sender = sender(clinic);
    return List.of(Step.values()).stream()
        .map(step ->
            new Shown(
                step,
                words.apply(step.code()),
                own.containsKey(step.code()),
                example(new Voice(language, sender, words), step)))
        .toList();
  }

  /**
   * As a patient would read these words once they are saved; nothing: ours. Empty where a place in
   * them is filled by nothing.
   */
  @Transactional(readOnly = true)
  public Optional<String> example(OrganizationId clinic, String language, Step step, String typed) {
    var words = inOneLine(typed);
    if (!PLACES.containsAll(placesOf(words))) {
      return Optional.empty();
    }
    UnaryOperator<String> once =
        key -> key.equals(step.code()) && !words.isEmpty() ? words : Words.of(language, key);
    return Optional.of(example(new Voice(language, sender(clinic), once), step));
  }

  /**
   * Whether these words may be saved.
   *
   * @throws Refused as {@link #set}
   */
  public static void check(Step step, String typed) {
    var words = inOneLine(typed);
    if (!words.isEmpty()) {
      checkWritten(words, step);
    }
  }

  /**
   * From now on these; nothing: ours again.
   *
   * @throws Refused invalid on the field {@code words}: code {@code template.place} for a place
   *     that nothing fills, {@code template.when} without when it is, {@code template.prepare} and
   *     {@code template.where} without what the step is for, {@code template.health} for a word
   *     that tells of a kind of care, {@code template.long}; {@code template.language}
   */
  @Transactional
  public void set(OrganizationId clinic, String language, Step step, String typed) {
    if (!LANGUAGES.contains(language)) {
      throw Refused.invalid("template.language");
    }
    check(step, typed);
    var line = new TemplateStore.Line(language, step.code(), inOneLine(typed));
    store.add(clinic, line, clock.instant());
    audit.done(Act.on(clinic, "changed", "clinic", clinic.value()).with("words"));
  }

  /** Every version of the words of a step, the newest first; empty words: ours. */
  @Transactional(readOnly = true)
  public List<TemplateVersion> history(OrganizationId clinic, String language, Step step) {
    return store.history(clinic, language, step.code());
  }

  /**
   * What was saved before a word of it stood on the list is said no more, nor what was saved
   * without what its step is for.
   */
  private Map<String, String> own(OrganizationId clinic, String language) {
    Map<String, String> own = new HashMap<>(store.newest(clinic, language));
    own.values().removeIf(words -> words.isEmpty() || HealthWords.tell(words));
    POINTS.keySet().stream()
        .filter(step -> !saysItsPoint(own.getOrDefault(step.code(), ""), step))
        .forEach(step -> own.remove(step.code()));
    return own;
  }

  private static void checkWritten(String words, Step step) {
    if (words.length() > LENGTH_MAX) {
      throw Refused.invalid("template.long", LENGTH_MAX).onField("words");
    }
    var places = placesOf(words);
    var unknown =
        places.stream()
            .filter(one -> !PLACES.contains(one) || (one.equals(PREPARE) && step != Step.WEEK))
            .findFirst();
    if (unknown.isPresent()) {
      throw Refused.invalid("template.place", "{" + unknown.get() + "}").onField("words");
    }
    if (!places.containsAll(Set.of("clinic", "when"))) {
      throw Refused.invalid("template.when").onField("words");
    }
    HealthWords.in(Places.PLACE.matcher(words).replaceAll(" "))
        .ifPresent(word -> {
          throw Refused.invalid("template.health", word).onField("words");
        });
    if (!saysItsPoint(words, step)) {
      throw Refused.invalid(step == Step.WEEK ? "template.prepare" : "template.where")
          .onField("words");
    }
  }

  private static boolean saysItsPoint(String words, Step step) {
    return Optional.ofNullable(POINTS.get(step)).map(placesOf(words)::contains).orElse(true);
  }

  private static String inOneLine(String typed) {
    return typed.strip().replaceAll("\\s+", " ");
  }

  private static Set<String> placesOf(String words) {
    return Places.PLACE
        .matcher(words)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String example(Voice voice, Step step) {
    return voice.say(step.code(), voice.places(visit(step)));
  }

  private Sender sender(OrganizationId clinic) {
    return senders.of(clinic).orElse(new Sender("Lakeside", "(212) 555-0134"));
  }

  /** A visit next week of somebody who does not exist. */
  private Outward.Told visit(Step step) {
    var now = clock.instant();
    var patient = new PatientId(new UUID(0, 0));
    var day = LocalDate.ofInstant(now, EXAMPLE).plusDays(7);
    var start = WallTime.at(day.atTime(LocalTime.of(9, 40)).atZone(EXAMPLE).toInstant(), EXAMPLE);
    var visit =
        new VisitTold(
            new UUID(0, 0),
            patient,
            new UUID(0, 0),
            1,
            1,
            true,
            false,
            false,
            start,
            start.instant().plus(Duration.ofMinutes(20)),
            Words.of(Words.ENGLISH, "example.where"),
            step == Step.TWO_HOURS ? VisitTold.How.VIDEO : VisitTold.How.IN_PERSON,
            Optional.empty(),
            Words.of(Words.ENGLISH, "example.prepare"));
    var her = new Recipient(patient, false, "Ana", "en", Set.of(EXAMPLE), Set.of("NY"), List.of());
    return new Outward.Told(entry(step, patient, now), her, visit);
  }

  private static Entry entry(Step step, PatientId patient, Instant now) {
    return new Entry(
        new OrganizationId(new UUID(0, 0)),
        new EntryId(new UUID(0, 0)),
        patient,
        new UUID(0, 0),
        1,
        step,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        EntryState.PLANNED,
        "",
        now,
        now,
        now,
        now,
        0,
        "",
        Optional.empty());
  }
}
