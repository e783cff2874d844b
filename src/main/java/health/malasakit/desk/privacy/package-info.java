/** The privacy officer's pages: looks that need a question, and who saw whom. */
@NullMarked
package health.malasakit.desk.privacy;

import org.jspecify.annotations.NullMarked;
