package health.malasakit.inquiries.messages.web;

import health.malasakit.inquiries.redflags.RedFlag;
import java.util.List;

/**
 * Danger words stand in a message that was just kept: the scripts that fit, the worst first.
 *
 * @param back where she goes on when it is no emergency
 */
public record DangerPage(String slug, String clinic, String back, List<RedFlag> flags) {}
