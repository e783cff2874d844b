package health.malasakit.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is and how its answer is put on the screen.
 *
 * @param path the address without query, for marking the rail
 * @param read whether the page can be asked for again, having answered no form
 * @param fragment htmx asked: the layout gives the content without chrome
 * @param target id of the element that htmx fills, empty when unknown
 * @param now the server's moment, from which the clocks tick
 */
public record Place(String path, boolean read, boolean fragment, String target, Instant now) {

  /** Whether the address goes to something of this clinic: {@code /clinics/harbor-street/sites}. */
  boolean names(ClinicInScope clinic) {
    var parts = path.split("/", 4);
    return parts.length > 2
        && (parts[2].equals(clinic.slug()) || parts[2].equals(clinic.id().toString()));
  }

  static Place of(HttpServletRequest request, Instant now) {
    var asked = "true".equals(request.getHeader("HX-Request"));
    var whole =
        request.getHeader("HX-Boosted") != null
            || request.getHeader("HX-History-Restore-Request") != null;
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return new Place(
        path,
        "GET".equals(request.getMethod()),
        asked && !whole,
        orEmpty(request.getHeader("HX-Target")),
        now);
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
