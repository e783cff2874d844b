package health.malasakit.inquiries.web;

import health.malasakit.ui.Choice;
import java.util.List;

/** The form of a call that is opened by hand. */
public record NewCallPage(NewCallForm form, List<Choice> clinics) {}
