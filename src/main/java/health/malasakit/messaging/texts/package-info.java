/**
 * Texts: the gateway that takes them, from which number each clinic sends, and the ledger of what
 * went out. What a text says stands nowhere here.
 */
@NamedInterface("texts")
@NullMarked
package health.malasakit.messaging.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
