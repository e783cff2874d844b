@NullMarked
package health.malasakit.coverage.web;

import org.jspecify.annotations.NullMarked;
