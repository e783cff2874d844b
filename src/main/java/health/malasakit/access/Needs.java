package health.malasakit.access;

import health.malasakit.kernel.Verb;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rights that a route asks for, all of them. The route then works only for the organizations in
 * which the person holds each; when there is none, it is refused.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  /** A kind of thing of {@code access/rights.csv}. */
  String object();

  /** What is done with it. */
  Verb verb();

  /** Rights that she must hold in the same organization beside it. */
  Also[] also() default {};

  /** A further right, for example that of taking things away as a file. */
  @Target({})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Also {

    /** A kind of thing of {@code access/rights.csv}. */
    String object();

    /** What is done with it. */
    Verb verb();
  }
}
