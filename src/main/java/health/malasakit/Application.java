package health.malasakit;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Spring application: every module under this package. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {

  /**
   * Not how it is started, which is {@link Malasakit}: by this Spring's tools learn ahead of time
   * what a server is made of.
   */
  public static void main(String[] words) {
    var spring = new SpringApplication(Application.class);
    spring.setWebApplicationType(WebApplicationType.SERVLET);
    spring.run(words);
  }

  /** The one clock that everything asks; tests bring their own. */
  @Configuration(proxyBeanMethods = false)
  static class Time {

    @Bean
    @org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  /**
   * What is defined is final before the first bean is made. Spring says so only after the web
   * server was begun, for which most of our beans are made; until then it looks through all of a
   * thousand for each collaborator, which took a fifth of a start.
   */
  @Configuration(proxyBeanMethods = false)
  static class Definitions {

    @Bean
    static BeanFactoryPostProcessor finalDefinitions() {
      return ConfigurableListableBeanFactory::freezeConfiguration;
    }
  }
}
