@NullMarked
package health.malasakit.scheduling.web;

import org.jspecify.annotations.NullMarked;
