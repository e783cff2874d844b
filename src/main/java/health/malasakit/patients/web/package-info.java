@NullMarked
package health.malasakit.patients.web;

import org.jspecify.annotations.NullMarked;
