package health.malasakit.inquiries.mixups.web;

import health.malasakit.inquiries.mixups.MixUps;
import health.malasakit.inquiries.mixups.Slip;
import health.malasakit.inquiries.mixups.Thing;
import health.malasakit.inquiries.mixups.Told;
import health.malasakit.inquiries.mixups.WrongInCalls;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person types who moves something to the right person. */
public record MixUpForm(
    @Nullable String what,
    @Nullable String id,
    @Nullable String clinic,
    @Nullable String version,
    @Nullable String q,
    @Nullable String right,
    @Nullable String slip,
    @Nullable List<String> told,
    @Nullable String despite,
    @Nullable List<String> also,
    @Nullable List<String> apart) {

  /** Value of {@code told} for nothing. */
  public static final String NOTHING = "nothing";

  Thing thing() {
    return new Thing(Thing.What.of(text(what)), Ids.parse(text(id)));
  }

  /** As sent; those of a form that was opened just now are empty. */
  public Set<String> tellings() {
    return told == null ? Set.of() : Set.copyOf(told);
  }

  MixUps.Moving moving(OrganizationId at) {
    if (text(right).isEmpty()) {
      throw Refused.invalid("mixup.whose").onField("right");
    }
    return new MixUps.Moving(
        at, thing(), seen(), PatientId.of(text(right)), how(), before(), text(despite), goes());
  }

  private Slip how() {
    if (text(slip).isEmpty()) {
      throw Refused.invalid("mixup.slip").onField("slip");
    }
    return Slip.of(text(slip));
  }

  /** What becomes of what was done for the wrong person in a call. */
  WrongInCalls.Settling settling() {
    return new WrongInCalls.Settling(how(), before(), goes(), kept(), text(despite));
  }

  private Set<UUID> kept() {
    return apart == null
        ? Set.of()
        : apart.stream().map(Ids::parse).collect(Collectors.toUnmodifiableSet());
  }

  /** What goes with it. */
  Set<Thing> goes() {
    return also == null
        ? Set.of()
        : also.stream().map(Thing::of).collect(Collectors.toUnmodifiableSet());
  }

  /** Which of what came out of it are ticked: all until somebody said otherwise. */
  public Set<String> ticked(List<Choice> came) {
    return ticked(also, came);
  }

  /** The same of what is kept apart. */
  public Set<String> tickedApart(List<Choice> came) {
    return ticked(apart, came);
  }

  private Set<String> ticked(@Nullable List<String> sent, List<Choice> came) {
    return sent == null && text(slip).isEmpty()
        ? came.stream().map(Choice::value).collect(Collectors.toUnmodifiableSet())
        : Set.copyOf(sent == null ? List.of() : sent);
  }

  private Set<Told> before() {
    if (tellings().isEmpty()) {
      throw Refused.invalid("mixup.told").onField("told");
    }
    return tellings().stream()
        .filter(code -> !code.equals(NOTHING))
        .map(Told::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private int seen() {
    try {
      return Integer.parseInt(text(version));
    } catch (NumberFormatException none) {
      throw Refused.conflict("mixup.changed");
    }
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "MixUpForm";
  }
}
