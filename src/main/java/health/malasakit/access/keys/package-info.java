/** A signed-in person's own keys, authenticator app and recovery codes. */
@NullMarked
package health.malasakit.access.keys;

import org.jspecify.annotations.NullMarked;
