package health.malasakit.demo.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * The telephone.
 *
 * @param callers who may ring, by number
 * @param lines the clinics, by the number that is dialled
 * @param seats who sits at which extension
 */
record TelephonePage(
    List<Choice> callers, List<Choice> lines, List<Choice> seats, List<PlayedCall> calls) {}
