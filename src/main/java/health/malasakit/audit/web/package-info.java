@NullMarked
package health.malasakit.audit.web;

import org.jspecify.annotations.NullMarked;
