package health.malasakit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route for whoever is signed in, whatever her roles; for all of her organizations. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnySignedIn {

  /** Why no right is asked for. */
  String why();

  /** Whether it may be entered while her screen is locked; then it shows no patient. */
  boolean whileLocked() default false;
}
