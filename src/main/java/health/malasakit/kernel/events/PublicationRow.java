package health.malasakit.kernel.events;

import java.util.UUID;

/** An event that a reaction has not taken yet. */
record PublicationRow(UUID id, String listener, String type, String event) {}
