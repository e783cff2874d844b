@NullMarked
package health.malasakit.live.web;

import org.jspecify.annotations.NullMarked;
