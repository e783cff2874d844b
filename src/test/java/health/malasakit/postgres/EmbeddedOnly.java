package health.malasakit.postgres;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A test of the embedded server itself, skipped by name where an external one is tested. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@DisabledIfSystemProperty(
    named = "malasakit.test.database",
    matches = ".+",
    disabledReason = "about the embedded server, and this run is on an external one")
public @interface EmbeddedOnly {}
