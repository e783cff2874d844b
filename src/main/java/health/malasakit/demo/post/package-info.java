/**
 * The mail server of the made-up world, which speaks SMTP on this machine, and the page with the
 * mail that reached its people.
 */
@NullMarked
package health.malasakit.demo.post;

import org.jspecify.annotations.NullMarked;
