/** How the calls go today, in numbers that say what they count. */
@NullMarked
package health.malasakit.inquiries.board;

import org.jspecify.annotations.NullMarked;
