package health.malasakit.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Files of made-up patients, whole and spoilt. */
record ImportFiles(Path folder) {

  /** So many patients, one a line. */
  Path lines(String name, int count) {
    return written(name, patients(count).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Path text(String name, String text) {
    return written(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The first half of a packed file. */
  Path cut(String name, int count) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(patients(count).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written(name, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
  }

  static String patients(int count) {
    return IntStream.range(0, count)
        .mapToObj(ImportFiles::patient)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static String patient(int number) {
    return """
    {"resourceType":"Patient","id":"p%1$d","name":[{"family":"Made%2$s","given":["Up%2$s"]}],\
    "birthDate":"19%3$02d-0%4$d-11","gender":"female",\
    "telecom":[{"system":"phone","value":"(212) 555-01%5$02d","use":"mobile"}]}\
    """
        .formatted(number, letters(number), 20 + number % 80, 1 + number % 9, number % 100);
  }

  private static String letters(int number) {
    return number < 26
        ? String.valueOf((char) ('a' + number))
        : letters(number / 26 - 1) + (char) ('a' + number % 26);
  }

  private Path written(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
