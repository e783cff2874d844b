package health.malasakit.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Corpus;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Examples of the standard and of its guides: each file is taken, or refused with its rule. */
@Tag("slow")
@MalasakitTest
class OtherCorpusTest {

  private final World world;
  private final Imports imports;

  OtherCorpusTest(World world, Imports imports) {
    this.world = world;
    this.imports = imports;
  }

  @Test
  void every_file_of_every_folder_is_taken_or_refused_with_its_place_and_rule() throws IOException {
    for (Path folder : folders()) {
      String slug = world.clinic(folder.getFileName().toString()).slug();
      var request =
          new ImportRequest(slug, Optional.empty(), "", ImportRequest.Mode.KEEP, List.of(folder));

      ImportSummary summary = imports.run(request, (file, pass, resources) -> {});

      System.out.println(folder.getFileName() + ": " + counted(summary));
      summary.refusals().forEach(refusal -> System.out.println("  " + refusal));
      assertThat(summary.refusals())
          .allSatisfy(refusal -> {
            assertThat(refusal.file()).isNotEmpty();
            assertThat(refusal.path()).isNotEmpty();
            assertThat(refusal.rule()).matches("[a-z0-9_.]+: .+");
          });
    }
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(Corpus.path("fhir"))) {
      return all.filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("synthea"))
          .sorted()
          .toList();
    }
  }

  private static String counted(ImportSummary summary) {
    return summary.resources().entrySet().stream()
        .filter(type -> type.getValue().read() > 0)
        .map(type ->
            type.getKey()
                + " "
                + type.getValue().read()
                + (ImportTally.takes(type.getKey())
                    ? " (" + type.getValue().refused() + " refused)"
                    : ""))
        .collect(Collectors.joining(", "));
  }
}
