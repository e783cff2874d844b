/** The pages on which clinics are set up. */
@NullMarked
package health.malasakit.directory.web;

import org.jspecify.annotations.NullMarked;
