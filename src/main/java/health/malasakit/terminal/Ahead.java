package health.malasakit.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * What Spring makes of all classes at each start, worked out once ahead of it: {@code
 * bin/malasakit} does so behind the first start and lays it beside the program. It is true of a
 * server as it usually is; any other start works it out itself.
 */
final class Ahead {

  /** Properties that decide which beans there are. */
  static final Set<String> DECIDE =
      Set.of("malasakit.proxy", "malasakit.made-up-world", "malasakit.jobs.enabled");

  private static final String USED = "spring.aot.enabled";
  private static final Pattern SETTINGS =
      Pattern.compile("application.*\\.(properties|xml|yaml|yml)");

  private Ahead() {}

  /** From now on in this process: used where it is there and true, and not where it is not. */
  static void useFor(Class<?> application, WebApplicationType type, Settings settings) {
    boolean there =
        ClassUtils.isPresent(
            application.getName() + "__ApplicationContextInitializer",
            application.getClassLoader());
    boolean used =
        there
            && type == WebApplicationType.SERVLET
            && settings.usual()
            && !hasSettings(Path.of(""));
    SpringProperties.setProperty(USED, String.valueOf(used));
  }

  /** Whether files of settings lie where Spring looks for them: they may decide anything. */
  static boolean hasSettings(Path folder) {
    var config = folder.resolve("config");
    return Stream.concat(Stream.of(folder, config), within(config).stream())
        .flatMap(place -> within(place).stream())
        .anyMatch(file -> SETTINGS.matcher(file.getFileName().toString()).matches());
  }

  private static List<Path> within(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this start was given. */
  record Settings(Map<String, Object> given, Map<String, String> environment) {

    /** Whether nothing decides otherwise than at the time when it was worked out. */
    boolean usual() {
      return environment.keySet().stream().noneMatch(Settings::ofSpring)
          && DECIDE.stream()
              .noneMatch(name ->
                  given.containsKey(name)
                      || System.getProperty(name) != null
                      || environment.keySet().stream().anyMatch(one -> names(one, name)));
    }

    /** Whatever is told to Spring itself may decide anything. */
    private static boolean ofSpring(String variable) {
      return variable.startsWith("SPRING_") || variable.startsWith("SERVER_");
    }

    /** Variables are written in capitals, without hyphens or with a line for each. */
    private static boolean names(String variable, String property) {
      return letters(variable).equals(letters(property));
    }

    private static String letters(String name) {
      return name.replaceAll("[^A-Za-z]", "").toLowerCase(java.util.Locale.ROOT);
    }
  }
}
