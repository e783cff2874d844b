/**
 * What people owe others. Today the promises: words, to whom, due when in whose zone, and an owner;
 * later the one ranked list over all desks and clinics.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "ui", "postgres", "audit", "access", "access :: records"})
@NullMarked
package health.malasakit.workqueue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
