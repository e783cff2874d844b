package health.malasakit.inquiries.messages;

import health.malasakit.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of message, and whose it is.
 *
 * @param to the role of the clinic that has it
 * @param otherwise the role that has it when nobody of the clinic holds the first
 * @param reason code of {@link health.malasakit.inquiries.WrapUpWords#REASONS} for its call
 */
public record MessageKind(String code, Role to, Role otherwise, String reason) {

  /** By code, in the order of the screen; read once from {@code inquiries/message_kinds.csv}. */
  public static final Map<String, MessageKind> ALL = read("/inquiries/message_kinds.csv");

  /** Who may have it, the first first; at last the supervisor. */
  List<Role> order() {
    return List.of(to, otherwise, Role.SUPERVISOR);
  }

  private static Map<String, MessageKind> read(String file) {
    try (var in = MessageKind.class.getResourceAsStream(file)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var kinds = new LinkedHashMap<String, MessageKind>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", 4))
          .map(cell -> new MessageKind(cell[0], Role.of(cell[1]), Role.of(cell[2]), cell[3]))
          .forEach(kind -> kinds.put(kind.code(), kind));
      return Collections.unmodifiableMap(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
