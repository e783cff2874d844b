package health.malasakit.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The ids of things that the body of a request asks for: whoever reads a body writes them here, so
 * that asking for what is not hers is seen as it is in an address or a form.
 */
public final class IdsAsked {

  private static final String ATTRIBUTE = IdsAsked.class.getName();

  private IdsAsked() {}

  /** One of them, by the name of its field. */
  public record Asked(String field, UUID id) {}

  /** Notes that this field asks for this id. */
  public static void note(HttpServletRequest request, String field, UUID id) {
    var all = new ArrayList<>(of(request));
    all.add(new Asked(field, id));
    request.setAttribute(ATTRIBUTE, List.copyOf(all));
  }

  /** What was noted, in the order in which it was read. */
  @SuppressWarnings("unchecked")
  public static List<Asked> of(HttpServletRequest request) {
    var noted = request.getAttribute(ATTRIBUTE);
    return noted == null ? List.of() : (List<Asked>) noted;
  }
}
