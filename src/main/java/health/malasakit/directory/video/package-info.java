/** Where video visits are joined: a practitioner's standing room. */
@NamedInterface("video")
@NullMarked
package health.malasakit.directory.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
