package health.malasakit.inquiries;

/** A telephone at which somebody sits: the switch and its extension. */
public record Seat(TelephoneId system, String extension) {}
