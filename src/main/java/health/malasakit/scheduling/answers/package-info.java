/**
 * What patients answer about their visits by themselves: that they come, that they do not, and that
 * they do after all.
 */
@NamedInterface("answers")
@NullMarked
package health.malasakit.scheduling.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
