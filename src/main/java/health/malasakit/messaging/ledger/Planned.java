package health.malasakit.messaging.ledger;

import java.time.Instant;

/**
 * A step that is to be told.
 *
 * @param dueAt not before
 * @param uselessAt from then on not at all
 */
public record Planned(Step step, Instant dueAt, Instant uselessAt, Entry.Urgency urgency) {}
