package health.malasakit.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.util.WebUtils;

/** Light, dark, or what the person's own system says. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  /** Name of the cookie that keeps the choice. */
  public static final String COOKIE = "theme";

  /** The word in cookie, form and {@code data-bs-theme}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of a code; anything unknown is {@link #AUTO}. */
  public static Theme of(String code) {
    return Arrays.stream(values()).filter(t -> t.code().equals(code)).findFirst().orElse(AUTO);
  }

  static Theme of(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? AUTO : of(cookie.getValue());
  }
}
