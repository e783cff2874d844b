package health.malasakit.inquiries.outbound.web;

/** How often a clinic tries to reach a patient; what was typed, or what stands. */
public record OutboundRulePage(
    String clinic, String path, boolean mayChange, String attempts, String apartHours) {}
