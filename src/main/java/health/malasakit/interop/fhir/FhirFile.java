package health.malasakit.interop.fhir;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file to import.
 *
 * @param name how it is called in what is reported: below the folder that was named
 */
record FhirFile(Path path, String name) {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** Whether files of this name are looked for in a folder. */
  static boolean looksRight(Path path) {
    String name = plainName(path);
    return name.endsWith(".json") || name.endsWith(".ndjson");
  }

  /** One resource a line. */
  boolean lines() {
    return plainName(path).endsWith(".ndjson");
  }

  long size() throws IOException {
    return Files.size(path);
  }

  /** Its text; unpacked when its first bytes say gzip, whatever its name says. */
  @SuppressWarnings("resource") // the caller closes what it gets, which closes what is inside
  InputStream open() throws IOException {
    var bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    bytes.mark(2);
    boolean packed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  private static String plainName(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
  }
}
