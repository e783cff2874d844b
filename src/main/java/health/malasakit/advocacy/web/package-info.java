@NullMarked
package health.malasakit.advocacy.web;

import org.jspecify.annotations.NullMarked;
