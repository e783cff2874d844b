package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts that wait for a person, at the clinics in scope. */
@Component
public class ToRead {

  private final TextInStore store;
  private final ToReadStore waiting;

  ToRead(TextInStore store, ToReadStore waiting) {
    this.store = store;
    this.waiting = waiting;
  }

  /**
   * A text as the running person may see it.
   *
   * @param hidden whether one of those who may have written it is hidden from where she works
   */
  public record Seen(TextIn text, boolean hidden) {}

  /** A text with danger words. */
  public record Alarm(OrganizationId organization, TextInId text, Instant at) {}

  /** Danger first, then the oldest; 300 at most. */
  @Transactional(readOnly = true)
  public List<Seen> toRead() {
    return store.open(Scopes.current().organizations()).stream().map(ToRead::seen).toList();
  }

  /** How many wait at these clinics, however many are shown. */
  @Transactional(readOnly = true)
  public int waiting(Collection<OrganizationId> where) {
    return waiting.waiting(where);
  }

  /** What people settled since a moment, the latest first; 100 at most. */
  @Transactional(readOnly = true)
  public List<Seen> done(Instant since) {
    return store.done(Scopes.current().organizations(), since).stream().map(ToRead::seen).toList();
  }

  /** The texts with danger words that nobody has taken yet, the oldest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Alarm> alarms() {
    return waiting.alarms(Scopes.current().organizations());
  }

  /** Who may have written each of these, as far as the reader may know of them. */
  @Transactional(readOnly = true)
  public Map<TextInId, Set<PatientId>> about(Collection<TextIn> texts) {
    return texts.isEmpty()
        ? Map.of()
        : waiting.about(texts).stream()
            .collect(
                Collectors.groupingBy(
                    ToReadStore.About::text,
                    Collectors.mapping(ToReadStore.About::patient, Collectors.toSet())));
  }

  /** Who has written it, when that number is one patient's alone. */
  Optional<PatientId> only(TextIn text) {
    return waiting.about(List.of(text)).stream()
        .map(ToReadStore.About::patient)
        .filter(patient -> text.behind() == 1)
        .findFirst();
  }

  /**
   * One text.
   *
   * @throws Refused not found, code {@code incoming.unknown}
   */
  @Transactional(readOnly = true)
  public Seen get(OrganizationId clinic, TextInId id) {
    return store.find(clinic, id).map(ToRead::seen).orElseThrow(TextsIn::unknown);
  }

  /** What came from the same number, the newest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Seen> conversation(TextIn text) {
    return text
        .came()
        .phone()
        .map(number -> store.ofNumber(text.organization(), number))
        .orElse(List.of())
        .stream()
        .map(ToRead::seen)
        .toList();
  }

  /** Everything that was done with it, in order. */
  @Transactional(readOnly = true)
  public List<TextInStep> steps(TextIn text) {
    return store.steps(text);
  }

  private static Seen seen(TextInStore.Seen one) {
    return new Seen(one.text(), one.hidden());
  }
}
