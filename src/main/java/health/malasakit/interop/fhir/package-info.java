/**
 * FHIR R4 from files: found, read one resource at a time, mapped, and handed to the feature that
 * owns it. Whatever cannot be taken is named with its place and the rule, and the rest goes on.
 */
@NamedInterface("fhir")
@NullMarked
package health.malasakit.interop.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
