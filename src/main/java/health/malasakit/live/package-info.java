/**
 * Pages that change by themselves: topics told inside a transaction reach, after its commit, every
 * open page on every node. Topics hold ids only; whoever hears one reads anew what she may see.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "postgres", "audit", "access"})
@NullMarked
package health.malasakit.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
