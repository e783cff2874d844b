@NullMarked
package health.malasakit.scheduling.answers.web;

import org.jspecify.annotations.NullMarked;
