package health.malasakit.inquiries.texts;

import health.malasakit.access.Colleagues;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.texts.TextIn.Became;
import health.malasakit.inquiries.texts.TextIn.Mark;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import health.malasakit.messaging.HealthWords;
import health.malasakit.messaging.texts.TextReplies;
import health.malasakit.messaging.texts.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with texts that came in. */
@Component
public class TextsIn {

  private static final int WORDS_LENGTH_MAX = 480;

  private final TextInStore store;
  private final ToRead toRead;
  private final TextReplies replies;
  private final AnswerRules rules;
  private final Colleagues colleagues;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  TextsIn(
      TextInStore store,
      ToRead toRead,
      TextReplies replies,
      AnswerRules rules,
      Colleagues colleagues,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.toRead = toRead;
    this.replies = replies;
    this.rules = rules;
    this.colleagues = colleagues;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** A person looks at it: written down. */
  @Transactional
  public void looked(TextIn text, Set<PatientId> about) {
    audit.done(act(text, "read", about));
  }

  /**
   * It is hers.
   *
   * @param seen the version that her page showed
   * @throws Refused conflict, codes {@code incoming.overtaken} when somebody was faster, {@code
   *     incoming.done}
   */
  @Transactional
  public void take(OrganizationId clinic, TextInId id, int seen) {
    changed(changing(clinic, id, seen).take(mark()), "taken", "");
  }

  /** It is nobody's again. */
  @Transactional
  public void giveBack(OrganizationId clinic, TextInId id, int seen) {
    changed(changing(clinic, id, seen).giveBack(), "returned", "");
  }

  /**
   * A person settled it.
   *
   * @param how what became of it, and what was done
   * @throws Refused as {@link #take}; invalid, code {@code incoming.note}, when nothing is said
   */
  @Transactional
  public void settle(OrganizationId clinic, TextInId id, int seen, Settled how) {
    changed(
        changing(clinic, id, seen).settle(how.became(), mark(), how.note()),
        how.became().code(),
        how.note().strip());
  }

  /**
   * It waits for a person again.
   *
   * @throws Refused conflict, codes {@code incoming.overtaken} when somebody was faster, {@code
   *     incoming.open}, {@code incoming.itself} when no person had settled it
   */
  @Transactional
  public void reopen(OrganizationId clinic, TextInId id, int seen) {
    var text = changing(clinic, id, seen);
    var by = mark();
    changed(text.reopen(by), text.undoneBy(by) ? "undone" : "reopened", "");
  }

  /** How it was settled. */
  public record Settled(Became became, String note) {

    @Override
    public String toString() {
      return "Settled[" + became + "]";
    }
  }

  /** An answer of hers that is written down and not handed over yet. */
  public record Prepared(Texts.Begun begun, String body) {

    @Override
    public String toString() {
      return "Prepared[" + begun.id() + "]";
    }
  }

  /**
   * Answers by one text, which settles it; it goes out after this transaction.
   *
   * @param words what it says, and the clinic's neutral name with which it begins
   * @throws Refused as {@link TextReplies#begin}; invalid, codes {@code incoming.words}, {@code
   *     incoming.long}, {@code incoming.health} for a word that tells of a kind of care; conflict
   *     on a field, codes {@code number.safe_contact}, {@code number.stopped}
   */
  @Transactional
  public Prepared answer(OrganizationId clinic, TextInId id, int seen, Words words) {
    var text = changing(clinic, id, seen);
    var said = said(words);
    var to = text.came().phone().orElseThrow(() -> Refused.invalid("text.to").onField("words"));
    rules.check(clinic, to, words);
    var reply =
        new TextReplies.Reply(
            clinic, toRead.only(text), AnswerKey.of(text).written(), to, TextReplies.Reach.OPEN);
    replies
        .cannot(reply)
        .ifPresent(no -> {
          throw no;
        });
    var begun = replies.begin(reply);
    changed(text.settle(Became.ANSWERED, mark(), said), "answered", said);
    return new Prepared(begun, words.from().isEmpty() ? said : words.from() + ": " + said);
  }

  private static String said(Words words) {
    var said = words.said().strip();
    if (said.isEmpty()) {
      throw Refused.invalid("incoming.words").onField("words");
    }
    if (said.length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("incoming.long", WORDS_LENGTH_MAX).onField("words");
    }
    HealthWords.in(said)
        .ifPresent(word -> {
          throw Refused.invalid("incoming.health", word).onField("words");
        });
    return said;
  }

  /**
   * What an answer says, and in whose name.
   *
   * @param despite whether she read that the number is marked as wrong and answers all the same
   */
  public record Words(String from, String said, boolean despite) {

    @Override
    public String toString() {
      return "Words";
    }
  }

  private TextIn changing(OrganizationId clinic, TextInId id, int seen) {
    var one = store.alone(clinic, id).orElseThrow(TextsIn::unknown);
    if (one.hidden()) {
      throw unknown();
    }
    if (one.text().version() != seen) {
      throw overtaken(one.text());
    }
    return one.text();
  }

  /** Says who was faster. */
  private Refused overtaken(TextIn text) {
    return store.steps(text).reversed().stream()
        .flatMap(step -> step.by().stream())
        .findFirst()
        .map(by -> colleagues.names(List.of(by)).getOrDefault(by, ""))
        .map(name -> Refused.conflict("incoming.overtaken/by", name))
        .orElseGet(() -> Refused.conflict("incoming.overtaken"));
  }

  private void changed(TextIn text, String what, String words) {
    if (!store.save(text)) {
      throw Refused.conflict("incoming.overtaken");
    }
    store.remember(text, new TextInStep(what, words, Optional.of(me()), clock.instant()));
    audit.done(
        act(
            text,
            what.replace('_', '-'),
            toRead.about(List.of(text)).getOrDefault(text.id(), Set.of())));
    live.changed(topic(text.organization()));
  }

  /** About her alone whose number it is; of several it is about nobody. */
  static Act act(TextIn text, String what, Set<PatientId> about) {
    return new Act(
        text.organization(),
        what,
        "text",
        Optional.of(text.id().value()),
        about.size() == 1 ? about.stream().findFirst() : Optional.empty(),
        "");
  }

  private Mark mark() {
    return new Mark(me(), clock.instant());
  }

  /** What pages about a clinic's texts listen for. */
  public static String topic(OrganizationId clinic) {
    return "texts/" + clinic;
  }

  static Refused unknown() {
    return Refused.notFound("incoming.unknown");
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
