/** The page with which the telephone of the made-up world is played. */
@NullMarked
package health.malasakit.demo.web;

import org.jspecify.annotations.NullMarked;
