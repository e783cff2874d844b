package health.malasakit.inquiries.rules.web;

import java.util.List;

/**
 * What a clinic asks of its callers.
 *
 * @param all codes of what could be asked
 * @param asked codes of what is
 * @param newNumberDays within which a changed number gets no code, as it stands or was typed
 */
public record GateRulePage(
    String clinic,
    String path,
    boolean mayChange,
    List<String> all,
    List<String> asked,
    String newNumberDays) {}
