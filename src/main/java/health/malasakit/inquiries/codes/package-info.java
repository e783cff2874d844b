/**
 * Codes that a caller asks for and reads back: texted to a number on file, they show that she has
 * it in her hand.
 */
@NullMarked
package health.malasakit.inquiries.codes;

import org.jspecify.annotations.NullMarked;
