package health.malasakit.desk.web;

import health.malasakit.ui.When;
import java.util.Optional;

/**
 * A typed date in words.
 *
 * @param due empty while it cannot be read
 * @param form address of the form that asks for it
 */
public record DuePage(Optional<When> due, String form) {}
