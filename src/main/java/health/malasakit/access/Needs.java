package health.malasakit.access;

import health.malasakit.kernel.Verb;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a route asks for. The route then works only for the organizations in which the
 * person holds it; when there is none, it is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  /** A kind of thing of {@code access/rights.csv}. */
  String object();

  /** What is done with it. */
  Verb verb();
}
