/** Sign-in, people and the privacy officer's pages in a real browser. */
@NullMarked
package health.malasakit.browser.access;

import org.jspecify.annotations.NullMarked;
