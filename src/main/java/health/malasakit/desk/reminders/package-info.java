/** What patients are told of their visits, as the people see it who answer for it. */
@NullMarked
package health.malasakit.desk.reminders;

import org.jspecify.annotations.NullMarked;
