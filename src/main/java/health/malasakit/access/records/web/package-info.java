@NullMarked
package health.malasakit.access.records.web;

import org.jspecify.annotations.NullMarked;
