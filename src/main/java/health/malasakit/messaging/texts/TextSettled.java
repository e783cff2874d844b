package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationEvent;
import health.malasakit.kernel.OrganizationId;

/**
 * A text came to stand otherwise: handed over, refused, in doubt, delivered, failed. Of two such
 * words about one text the later may come first; how it stands now says {@link Texts#find}.
 */
public record TextSettled(OrganizationId organization, TextId text, TextState state)
    implements OrganizationEvent {}
