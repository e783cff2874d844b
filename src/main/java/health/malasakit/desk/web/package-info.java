@NullMarked
package health.malasakit.desk.web;

import org.jspecify.annotations.NullMarked;
