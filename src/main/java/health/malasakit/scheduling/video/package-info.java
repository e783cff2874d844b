/** Visits by video: where the patient will be, where she joins, and what if the video fails. */
@NamedInterface("video")
@NullMarked
package health.malasakit.scheduling.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
