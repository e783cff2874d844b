/**
 * Who the patients are: names, contacts, needs and identifiers with the source of each fact, from
 * people and from files. {@code person} is what can be known of one, {@code speaking} who may speak
 * for her; both know nothing of this package. {@code search} finds the right one among look-alikes.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "ui",
      "audit",
      "access",
      "access :: records",
      "workqueue",
      "messaging",
      "messaging :: ledger"
    })
@NullMarked
package health.malasakit.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
