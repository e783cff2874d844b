package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

  @TempDir Path directory;

  @Test
  void a_secret_is_made_once_and_is_the_same_for_all_who_ask_at_once() {
    Home home = Home.at(directory);
    var words =
        IntStream.range(0, 64).parallel().mapToObj(i -> home.secret("audit")).distinct().toList();

    assertThat(words).hasSize(1);
    assertThat(words.getFirst()).hasSize(43);
    assertThat(home.secret("other")).isNotEqualTo(words.getFirst());
    assertThat(directory.resolve("secrets").toFile().list()).containsOnly("audit", "other");
  }

  @Test
  void the_environment_names_the_home() {
    Home home = Home.of(Map.of("MALASAKIT_HOME", directory.resolve("here").toString()));

    assertThat(home.directory()).isEqualTo(directory.resolve("here")).isDirectory();
  }

  @Test
  void a_home_has_one_holder() {
    Home home = Home.at(directory);
    FileGuard first = home.lock().orElseThrow();

    assertThat(home.lock()).isEmpty();
    assertThat(home.holder()).hasValue(ProcessHandle.current().pid());
    first.close();
    try (FileGuard second = home.lock().orElseThrow()) {
      assertThat(second).isNotSameAs(first);
    }
  }

  @Test
  void locks_and_files_of_a_home_can_be_read_by_their_owner_only_even_old_ones()
      throws IOException {
    Home home = Home.at(directory);
    Path old = Files.createFile(directory.resolve("old"));
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));
    home.lock().orElseThrow().close();
    FileGuard.shared(old).orElseThrow().close();
    home.file("anchors");

    for (String name : List.of("lock", "holder", "old", "anchors")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
  }
}
