package health.malasakit.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after sign-in: a path of our own and nothing else. */
public final class LocalPath {

  private LocalPath() {}

  /** The path when it is one of ours; home when it leads anywhere else. */
  public static String of(@Nullable String wanted) {
    if (wanted == null || wanted.length() > 500 || !wanted.matches("/([^/\\\\\\p{Cntrl}].*)?")) {
      return "/";
    }
    if (wanted.contains("\\") || wanted.matches("/(sign-in|sign-out|unlock|lock|error).*")) {
      return "/";
    }
    try {
      var uri = new URI(wanted);
      return uri.isAbsolute() || uri.getRawAuthority() != null ? "/" : wanted;
    } catch (URISyntaxException e) {
      return "/";
    }
  }

  /** The page from which a form was sent, when it is one of ours. */
  public static String ofReferrer(@Nullable String referrer, String host) {
    try {
      var uri = new URI(referrer == null ? "" : referrer);
      return host.equals(uri.getHost()) ? of(uri.getRawPath()) : "/";
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
