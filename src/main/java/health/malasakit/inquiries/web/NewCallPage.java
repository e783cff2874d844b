package health.malasakit.inquiries.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * The form of a call that is opened by hand.
 *
 * @param twice the two that may be meant, where the hour came twice; empty elsewhere
 */
public record NewCallPage(NewCallForm form, List<Choice> clinics, List<Choice> twice) {}
