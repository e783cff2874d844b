package health.malasakit.access;

import health.malasakit.kernel.Right;
import health.malasakit.kernel.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What each role may do, read once from {@code access/rights.csv}. */
@Component
public final class RoleRights {

  private static final Map<Character, Verb> VERBS =
      Map.of(
          'C', Verb.CREATE, 'R', Verb.READ, 'U', Verb.UPDATE, 'D', Verb.DELETE, 'A', Verb.APPROVE);

  private final Map<Role, Set<Right>> rights = new EnumMap<>(Role.class);

  RoleRights() {
    var lines = read("/access/rights.csv").lines().filter(line -> !line.startsWith("#")).toList();
    var roles = Arrays.stream(lines.getFirst().split(",")).skip(1).map(Role::of).toList();
    roles.forEach(role -> rights.put(role, new HashSet<>()));
    lines.stream().skip(1).map(line -> line.split(",")).forEach(row -> grant(row, roles));
  }

  /** Everything that a person with these roles may do. */
  public Set<Right> of(Collection<Role> roles) {
    var all = new HashSet<Right>();
    roles.forEach(role -> all.addAll(rights.getOrDefault(role, Set.of())));
    return all;
  }

  private void grant(String[] row, List<Role> roles) {
    for (int column = 1; column < row.length; column++) {
      var granted = rights.getOrDefault(roles.get(column - 1), Set.of());
      for (char letter : row[column].toCharArray()) {
        if (letter != '-') {
          granted.add(new Right(row[0], verb(letter)));
        }
      }
    }
  }

  private static Verb verb(char letter) {
    var verb = VERBS.get(letter);
    if (verb == null) {
      throw new IllegalStateException("access/rights.csv: no verb has the letter " + letter);
    }
    return verb;
  }

  private static String read(String name) {
    try (var in = RoleRights.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing data file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
