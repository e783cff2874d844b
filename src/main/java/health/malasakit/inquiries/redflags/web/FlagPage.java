package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.ui.Choice;
import java.util.List;

/**
 * The words of one sign, before it is known for which clinic.
 *
 * @param callers those who wait, by their call, while she speaks with none of several
 * @param clinics slug and name of those at which she may open an emergency
 */
public record FlagPage(RedFlag flag, List<Choice> callers, List<Choice> clinics) {}
