package health.malasakit.desk.web;

import health.malasakit.ui.When;
import java.util.Optional;

/** A typed date in words; empty while it cannot be read. */
public record DuePage(Optional<When> due) {}
