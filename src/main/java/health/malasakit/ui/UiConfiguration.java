package health.malasakit.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;

/** Wires templates, words and the few files that pages load. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration {

  /** The only files of web jars that are served; anything else under there is not found. */
  private static final Set<String> WEB_JAR_FILES =
      Set.of("htmx.org/dist/htmx.min.js", "tabler__core/dist/css/tabler.min.css");

  @Bean
  static MessageSource messageSource() {
    return new Bundles();
  }

  @Bean
  static Assets assets() {
    return Assets.found();
  }

  @Bean
  static TemplateEngine templateEngine() {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, UiConfiguration.class.getClassLoader(), "health.malasakit");
    engine.setTrimControlStructures(true);
    return engine;
  }

  @Bean
  static JteViews jteViews(
      TemplateEngine engine, ObjectProvider<Shells> shells, PlainShells plain) {
    return new JteViews(
        engine,
        request ->
            shells.stream().filter(s -> s != plain).findFirst().orElse(plain).current(request));
  }

  // Before Boot's own, which then leaves /webjars to us.
  @Bean
  @Order(-1)
  static WebMvcConfigurer pageFiles(Assets assets) {
    return new WebMvcConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(assets.href("**"))
            .addResourceLocations("classpath:/static/app/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry
            .addResourceHandler("/webjars/**")
            .addResourceLocations("classpath:/META-INF/resources/webjars/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
            .resourceChain(true)
            .addResolver(new OnlyThese(WEB_JAR_FILES))
            .addResolver(new LiteWebJarsResourceResolver());
      }
    };
  }
}
