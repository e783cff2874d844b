/**
 * What the book of a site says before anybody is booked in it: weekly sessions, closures, and the
 * kinds of visit that one patient may have beside each other. Knows no visit.
 */
@NullMarked
package health.malasakit.scheduling.book;

import org.jspecify.annotations.NullMarked;
