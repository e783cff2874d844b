package health.malasakit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/**
 * A test against the whole application on a real PostgreSQL and a real port. All such tests share
 * one application; each makes its own organizations, so they do not see each other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Application.class, TestWiring.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "malasakit.telephones.inner=true")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface MalasakitTest {}
