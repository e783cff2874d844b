/**
 * Whether a practitioner may see a patient who is in another state: by phone or video the visit
 * takes place where the patient is.
 */
@NullMarked
package health.malasakit.scheduling.licence;

import org.jspecify.annotations.NullMarked;
