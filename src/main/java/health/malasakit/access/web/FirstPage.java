package health.malasakit.access.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;

/** The first organization and its administrator; word is the secret of the link. */
public record FirstPage(
    String word, FirstForm form, List<Choice> countries, List<Choice> zones, Errors errors) {}
