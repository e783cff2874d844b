package health.malasakit.terminal;

import health.malasakit.interop.fhir.ImportProgress;
import health.malasakit.interop.fhir.ImportRequest;
import health.malasakit.interop.fhir.ImportSummary;
import health.malasakit.interop.fhir.Imports;
import health.malasakit.interop.fhir.SummaryJson;
import health.malasakit.interop.fhir.SummaryTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Progress goes to the error output, so that the summary can be read by a program. */
@Command(
    name = "import",
    description = "Imports FHIR R4 files (.json, .json.gz, .ndjson, folders) for a clinic.",
    footer = {
      "",
      "Exit code 0: every file was read to its end; what was not taken is listed.",
      "Exit code 1: a file could not be read to its end, or nothing was done; the reason is said.",
      "Loading the same files again changes nothing."
    })
final class ImportCommand extends Told implements IExitCodeGenerator {

  private static final long BETWEEN_LINES_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Opener opener;

  @Option(
      names = "--organization",
      required = true,
      paramLabel = "SLUG",
      description = "The clinic.")
  private String organization = "";

  @Option(names = "--create", description = "Creates the clinic when there is none of that slug.")
  private boolean create;

  @Option(names = "--name", paramLabel = "NAME", description = "Its name when it is created.")
  private String name = "";

  @Option(names = "--state", paramLabel = "ST", description = "Its state when it is created.")
  private String state = "";

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = {
        "Which of the clinic's systems the files come from, when it has several that may use the",
        "same ids. Use the same name for every file of that system (default: its only one)."
      })
  private String source = "";

  @Option(names = "--dry-run", description = "Changes nothing and says what would be.")
  private boolean dryRun;

  @Option(names = "--json", description = "Prints the summary as one JSON object.")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths = List.of();

  private boolean allRead = true;

  ImportCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    if (create && state.isBlank()) {
      throw usage("--create needs --state: the state or territory whose law applies.");
    }
    ImportSummary summary =
        opener.with(context -> context.getBean(Imports.class).run(request(), progress()));
    allRead = summary.allRead();
    if (json) {
      out().println(SummaryJson.of(summary));
    } else {
      SummaryTable.lines(summary).forEach(out()::println);
      out().println(dryRun ? "This was a dry run: nothing was changed." : "Done.");
    }
    out().flush();
  }

  @Override
  public int getExitCode() {
    return allRead ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private ImportRequest request() {
    return new ImportRequest(
        organization,
        create ? Optional.of(new ImportRequest.NewClinic(name, state)) : Optional.empty(),
        source,
        dryRun ? ImportRequest.Mode.DRY_RUN : ImportRequest.Mode.KEEP,
        paths);
  }

  private ImportProgress progress() {
    return new EveryFewSeconds(err());
  }

  /** A line now and then. */
  private static final class EveryFewSeconds implements ImportProgress {

    private final PrintWriter err;
    private long last = System.nanoTime();

    EveryFewSeconds(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void at(String file, int pass, int resources) {
      if (System.nanoTime() - last < BETWEEN_LINES_NANOS) {
        return;
      }
      last = System.nanoTime();
      err.printf("%d resources read, pass %d, now %s%n", resources, pass, file);
      err.flush();
    }
  }
}
