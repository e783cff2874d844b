/**
 * Who the patients are: names, contacts, needs and identifiers with the source of each fact; who
 * may speak for them and how they may be reached; finding the right one among look-alikes.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "ui", "audit", "access", "access :: records", "workqueue"})
@NullMarked
package health.malasakit.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
