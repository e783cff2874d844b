package health.malasakit.terminal;

import java.util.Map;
import java.util.Set;
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

  private Ahead() {}

  /** From now on in this process: used where it is there and true, and not where it is not. */
  static void useFor(Class<?> application, WebApplicationType type, Settings settings) {
    boolean there =
        ClassUtils.isPresent(
            application.getName() + "__ApplicationContextInitializer",
            application.getClassLoader());
    boolean used = there && type == WebApplicationType.SERVLET && settings.usual();
    SpringProperties.setProperty(USED, String.valueOf(used));
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
