package health.malasakit.terminal;

import health.malasakit.interop.fhir.ImportProgress;
import health.malasakit.interop.fhir.ImportRequest;
import health.malasakit.interop.fhir.ImportSummary;
import health.malasakit.interop.fhir.Imports;
import health.malasakit.interop.fhir.SummaryJson;
import health.malasakit.interop.fhir.SummaryTable;
import health.malasakit.kernel.Sentences;
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
@Command(name = "import")
final class ImportCommand extends Told implements IExitCodeGenerator {

  private static final long BETWEEN_LINES_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Opener opener;

  @Option(names = "--organization", required = true, paramLabel = "SLUG")
  private String organization = "";

  @Option(names = "--create")
  private boolean create;

  @Option(names = "--name", paramLabel = "NAME")
  private String name = "";

  @Option(names = "--state", paramLabel = "ST")
  private String state = "";

  @Option(names = "--source", paramLabel = "NAME")
  private String source = "";

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--json")
  private boolean json;

  @Parameters(arity = "1..*", paramLabel = "PATH")
  private List<Path> paths = List.of();

  private boolean allRead = true;

  ImportCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    if (create && state.isBlank()) {
      throw usage(Sentences.of("terminal.import.state"));
    }
    ImportSummary summary =
        opener.with(context -> context.getBean(Imports.class).run(request(), progress()));
    allRead = summary.allRead();
    if (json) {
      out().println(SummaryJson.of(summary));
    } else {
      SummaryTable.lines(summary).forEach(out()::println);
      out()
          .println(
              dryRun ? Sentences.of("terminal.import.dry") : Sentences.of("terminal.import.done"));
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
      err.println(Sentences.of("terminal.import.progress", resources, pass, file));
      err.flush();
    }
  }
}
