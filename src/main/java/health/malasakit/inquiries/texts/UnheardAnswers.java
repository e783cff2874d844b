package health.malasakit.inquiries.texts;

import health.malasakit.inquiries.texts.TextIn.Became;
import health.malasakit.inquiries.texts.TextIn.Mark;
import health.malasakit.inquiries.texts.TextIn.Status;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.live.Live;
import health.malasakit.messaging.texts.SentText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a person answered did not reach her, or nobody knows whether it did: the text waits for a
 * person again. When it is known that it arrived after all, and nobody touched it meanwhile, it is
 * answered as before.
 */
@Component
class UnheardAnswers {

  private static final String ANSWERED = Became.ANSWERED.code();
  private static final Set<String> OF_ANSWERS =
      Set.of(ANSWERED, TextInStep.UNHEARD, TextInStep.ARRIVED);

  private final TextInStore store;
  private final TextAnswers answers;
  private final Live live;
  private final Clock clock;

  UnheardAnswers(TextInStore store, TextAnswers answers, Live live, Clock clock) {
    this.store = store;
    this.answers = answers;
    this.live = live;
    this.clock = clock;
  }

  /** May be told late or again. What a person answered after this counts, and not this. */
  void stands(OrganizationId clinic, AnswerKey answer, SentText sent) {
    store
        .alone(clinic, answer.text())
        .filter(seen -> answers.isLast(seen.text(), answer))
        .ifPresent(seen -> stands(seen, store.steps(seen.text()), sent));
  }

  private void stands(TextInStore.Seen seen, List<TextInStep> steps, SentText sent) {
    var text = seen.text();
    var before = text.status() instanceof Status.Open ? unheard(steps) : Optional.<String>empty();
    var words = TextInStep.words(sent);
    switch (sent.state()) {
      case REFUSED, FAILED, IN_DOUBT -> {
        if (text.isAnswered() || before.filter(one -> !one.equals(words)).isPresent()) {
          changed(text.unheard(sent.state()), step(TextInStep.UNHEARD, words));
        }
      }
      case HANDED_OVER, DELIVERED -> {
        if (before.isPresent()) {
          changed(arrived(seen, steps), step(TextInStep.ARRIVED, ""));
        }
      }
      case SENDING -> {}
    }
  }

  /** How the last answer of people stood, when it was not heard and is what waits. */
  private static Optional<String> unheard(List<TextInStep> steps) {
    return steps.reversed().stream()
        .filter(step -> OF_ANSWERS.contains(step.what()))
        .findFirst()
        .filter(step -> step.what().equals(TextInStep.UNHEARD))
        .map(TextInStep::words);
  }

  /** As it was before; whoever took it meanwhile keeps it. */
  private static TextIn arrived(TextInStore.Seen seen, List<TextInStep> steps) {
    var answer = steps.reversed().stream().filter(step -> step.what().equals(ANSWERED)).findFirst();
    boolean touched =
        steps.reversed().stream()
            .filter(step -> !step.what().startsWith("reply_"))
            .findFirst()
            .filter(step -> step.what().equals(TextInStep.UNHEARD))
            .isEmpty();
    return seen.text()
        .heard(
            touched
                ? new Status.Open()
                : answer
                    .flatMap(step -> step.by().map(by -> done(step, new Mark(by, step.at()))))
                    .orElseGet(Status.Open::new),
            seen.before());
  }

  private static Status done(TextInStep step, Mark mark) {
    return new Status.Done(Became.ANSWERED, mark, step.words());
  }

  private TextInStep step(String what, String words) {
    return new TextInStep(what, words, Optional.empty(), clock.instant());
  }

  private void changed(TextIn text, TextInStep step) {
    if (store.save(text)) {
      store.remember(text, step);
      live.changed(TextsIn.topic(text.organization()));
    }
  }
}
