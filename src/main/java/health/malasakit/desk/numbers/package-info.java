/** Numbers of patients to which no text goes, and how a person opens one again. */
@NullMarked
package health.malasakit.desk.numbers;

import org.jspecify.annotations.NullMarked;
