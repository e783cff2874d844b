/**
 * What can be known of a person, as values: names, dates, ways to reach her, needs; how they are
 * written and how they are folded to be compared. Asks nobody and keeps nothing.
 */
@NamedInterface("person")
@NullMarked
package health.malasakit.patients.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
