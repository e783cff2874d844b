package health.malasakit.inquiries.web;

import java.util.List;

/**
 * What a clinic asks of its callers.
 *
 * @param all codes of what could be asked
 * @param asked codes of what is
 */
public record GateRulePage(
    String clinic, String path, boolean mayChange, List<String> all, List<String> asked) {}
