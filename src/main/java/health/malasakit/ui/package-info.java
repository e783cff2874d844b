/**
 * What every page has in common: layout, small components, words, icons, and the way from a view
 * name to a compiled template. It knows no feature; modules contribute their {@link NavEntry
 * entries} of the rail and hand over records that are ready to be shown.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.malasakit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
