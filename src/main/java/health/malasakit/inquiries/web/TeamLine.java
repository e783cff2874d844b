package health.malasakit.inquiries.web;

/**
 * A colleague and what she is doing.
 *
 * @param state code: talking, writing, held, available, break, away
 * @param since on the clock of whoever looks
 */
public record TeamLine(String name, String state, String since) {}
