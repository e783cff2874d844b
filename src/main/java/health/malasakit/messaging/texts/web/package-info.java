@NullMarked
package health.malasakit.messaging.texts.web;

import org.jspecify.annotations.NullMarked;
