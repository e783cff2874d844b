package health.malasakit.messaging.ledger;

/**
 * As whom a clinic writes.
 *
 * @param name tells nothing of the kind of care
 * @param telephone for questions, as it is read
 */
public record Sender(String name, String telephone) {}
