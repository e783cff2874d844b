package health.malasakit.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Our own styles, scripts and icons. The version stands in the address, so that a browser may keep
 * a file for a year and still gets the new one after an update.
 */
public record Assets(String version) {

  /** What a page may load: our own files and nothing else; no script or style in the page. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Where all of them are; needs no sign-in, as {@code /webjars} does not. */
  public static final String ROOT = "/app/";

  /** Address of one file. */
  public String href(String file) {
    return ROOT + version + "/" + file;
  }

  static Assets found() {
    try {
      var files =
          new PathMatchingResourcePatternResolver().getResources("classpath:/static/app/*.*");
      Arrays.sort(files, Comparator.comparing(Resource::getFilename));
      var sum = new CRC32();
      for (var file : files) {
        sum.update(file.getContentAsByteArray());
      }
      return new Assets(Long.toHexString(sum.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
