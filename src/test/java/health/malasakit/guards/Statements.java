package health.malasakit.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** Every statement of every store: the constants, as PostgreSQL gets them. */
final class Statements {

  private static final Path CLASSES = Path.of("target/classes");
  private static final String BASE = "health.malasakit.";
  private static final Pattern SQL =
      Pattern.compile("\\s*(select|insert|update|delete|with|call)\\b.*", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("\\?");

  /**
   * One statement.
   *
   * @param module the module whose store asks
   * @param name store and constant, for example {@code AccountStore.ADD}
   * @param sql with {@code ?} for each parameter
   */
  record Statement(String module, String name, String sql) {

    /** The same with {@code $1}, {@code $2}. */
    String numbered() {
      var n = new int[1];
      return PARAMETER.matcher(sql).replaceAll(found -> "\\$" + ++n[0]);
    }

    int parameters() {
      return (int) PARAMETER.matcher(sql).results().count();
    }

    /** Other modules' schemas that it names, functions of the kernel aside. */
    List<String> foreignSchemas(Set<String> schemas) {
      var text = sql.replaceAll("'[^']*'", "''").replaceAll("kernel\\.[a-z_]+\\(", "(");
      for (var function : TablesWithoutOrganization.DEFINERS.keySet()) {
        text = text.replace(function + "(", "(");
      }
      var rest = text;
      return schemas.stream()
          .filter(schema -> !schema.equals(module))
          .filter(schema -> Pattern.compile("\\b" + schema + "\\.").matcher(rest).find())
          .toList();
    }
  }

  private Statements() {}

  static List<Statement> all() {
    try (var files = Files.walk(CLASSES.resolve("health/malasakit"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith("Store.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .flatMap(Statements::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Statement> of(String store) {
    List<Statement> found = new ArrayList<>();
    try {
      var type = Class.forName(store, false, Statements.class.getClassLoader());
      for (var field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType().equals(String.class)) {
          var text = text(field);
          if (SQL.matcher(text).matches()) {
            found.add(statement(type, field.getName(), text));
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return found.stream();
  }

  private static String text(Field field) throws IllegalAccessException {
    field.setAccessible(true);
    return String.valueOf(field.get(null));
  }

  static Statement statement(Class<?> store, String constant, String text) {
    var module = store.getName().substring(BASE.length()).split("\\.")[0];
    var parsed = NamedParameterUtils.parseSqlStatement(text);
    var sql = NamedParameterUtils.substituteNamedParameters(parsed, null);
    return new Statement(module, store.getSimpleName() + "." + constant, sql);
  }
}
