package health.malasakit.kernel;

import java.time.Duration;

/**
 * Work that is done again and again, each time by exactly one node. Modules give theirs as beans.
 * It runs without a scope; for business tables it binds {@link Scope#job} for one organization at a
 * time. When it throws, the next time comes as usual.
 *
 * @param name stable and unique, for example {@code audit.sealing}; renaming begins a new series
 * @param every the pause between the end of one time and the beginning of the next
 */
public record Recurring(String name, Duration every, Runnable work) {}
