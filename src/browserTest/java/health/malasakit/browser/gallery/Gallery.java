package health.malasakit.browser.gallery;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import health.malasakit.ui.Assets;
import health.malasakit.ui.JteViews;
import health.malasakit.ui.NavEntry;
import health.malasakit.ui.Shell;
import health.malasakit.ui.Shells;
import health.malasakit.ui.TestShells;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Profile;

/** Every part and the composition of the coming pages, with made-up people and no database. */
@SpringBootConfiguration
@Profile("gallery")
@ComponentScan({"health.malasakit.ui", "health.malasakit.browser.gallery"})
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
public class Gallery {

  /** Serves the gallery to look at while drawing: http://localhost:8099/gallery/parts. */
  public static void main(String[] args) {
    start(8099);
  }

  /** Starts on a port, 0 for any free one. */
  public static ConfigurableApplicationContext start(int port) {
    return SpringApplication.run(
        Gallery.class,
        "--spring.profiles.active=gallery",
        "--server.shutdown=immediate",
        "--server.port=" + port,
        "--spring.main.banner-mode=off");
  }

  @Bean
  InstantSource clock() {
    return InstantSource.fixed(TestShells.NOW);
  }

  @Bean
  Shells galleryShells() {
    return request ->
        request.getRequestURI().endsWith("/signIn")
            ? TestShells.plain(request)
            : withRail(TestShells.signedIn(request));
  }

  private static Shell withRail(Shell it) {
    var nav = new ArrayList<NavEntry>();
    for (var name : List.of("home", "list", "search", "openings", "day", "parts")) {
      var icon = Map.of("search", "people", "openings", "search", "parts", "settings");
      var label = name.equals("search") ? "patients" : name;
      nav.add(
          new NavEntry(
              "gallery.nav." + label,
              "/gallery/" + name,
              icon.getOrDefault(name, name),
              nav.size(),
              label,
              "read",
              "g " + label.charAt(0)));
    }
    return new Shell(
        it.me(), it.clinics(), it.csrf(), it.theme(), it.words(), nav, it.place(), it.assets());
  }

  @Bean
  JteViews galleryViews(Shells galleryShells) {
    var base = Path.of("src", "browserTest", "java", "health", "malasakit");
    var main = Path.of("src", "main", "java", "health", "malasakit");
    var engine =
        TemplateEngine.create(
            new Both(new DirectoryCodeResolver(base), new DirectoryCodeResolver(main)),
            compiledByThisProcess(),
            ContentType.Html,
            Gallery.class.getClassLoader(),
            "health.malasakit.shown");
    engine.setTrimControlStructures(true);
    return new JteViews(engine, galleryShells::current);
  }

  /** Two processes that compiled into one directory read each other's half-written classes. */
  private static Path compiledByThisProcess() {
    return Path.of("target", "jte-gallery", String.valueOf(ProcessHandle.current().pid()));
  }

  @Bean
  Filter strictPolicy() {
    return (request, response, chain) -> {
      ((HttpServletResponse) response)
          .setHeader("Content-Security-Policy", Assets.CONTENT_SECURITY_POLICY);
      chain.doFilter(request, response);
    };
  }

  private record Both(CodeResolver first, CodeResolver second) implements CodeResolver {
    @Override
    public String resolve(String name) {
      return first.exists(name) ? first.resolve(name) : second.resolve(name);
    }

    @Override
    public boolean exists(String name) {
      return first.exists(name) || second.exists(name);
    }

    @Override
    public long getLastModified(String name) {
      return first.exists(name) ? first.getLastModified(name) : second.getLastModified(name);
    }

    @Override
    public List<String> resolveAllTemplateNames() {
      return List.of();
    }
  }
}
