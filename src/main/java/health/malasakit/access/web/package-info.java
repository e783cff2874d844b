@NullMarked
package health.malasakit.access.web;

import org.jspecify.annotations.NullMarked;
