package health.malasakit.access.web;

import health.malasakit.access.SecondFactors;
import health.malasakit.ui.Errors;

/** A person's own account. */
public record YouPage(YouForm form, SecondFactors.Enrolled factors, Errors errors) {}
