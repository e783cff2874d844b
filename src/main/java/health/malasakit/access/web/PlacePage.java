package health.malasakit.access.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;

/** Where she works from now. */
public record PlacePage(
    PlaceForm form, List<Choice> countries, List<Choice> zones, Errors errors) {}
