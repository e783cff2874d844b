@NullMarked
package health.malasakit.workqueue.web;

import org.jspecify.annotations.NullMarked;
