package health.malasakit.terminal;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.postgres.DatabaseRefused;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Malasakit's commands. Exit codes: 0 done, 1 refused with the reason, 2 wrong usage. */
@Command(
    name = "malasakit",
    mixinStandardHelpOptions = true,
    version = "Malasakit 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      RingCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      UserCommand.class,
      DatabaseCommand.class,
    })
public final class Terminal {

  private Terminal() {}

  /**
   * Runs one command to its end.
   *
   * @param application the Spring application that commands may need
   * @return the exit code
   */
  public static int run(Class<?> application, String... args) {
    var opener = new Opener(application, Map.copyOf(System.getenv()));
    var answers = System.out;
    // The log goes where progress goes: what a command answers may be read by a program.
    System.setOut(System.err);
    return execute(
        opener,
        new PrintWriter(answers, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  static int execute(Opener opener, PrintWriter out, PrintWriter errors, String... args) {
    return commands(opener)
        .setOut(out)
        .setErr(errors)
        .setExecutionExceptionHandler((e, command, parsed) -> refused(e, command))
        .execute(args);
  }

  /** All commands, as {@link #run} uses them. */
  static CommandLine commands(Opener opener) {
    return new CommandLine(new Terminal(), new Commands(opener))
        .setResourceBundle(Sentences.bundle("terminal"));
  }

  /** One sentence for what was foreseen; an incident number for what was not. */
  private static int refused(Exception e, CommandLine command) {
    if (e instanceof Refused || e instanceof DatabaseRefused || e instanceof StartRefused) {
      command.getErr().println(e.getMessage());
    } else {
      var incident = Ids.next();
      LoggerFactory.getLogger(Terminal.class).error("Incident {}", incident, e);
      command.getErr().println(Sentences.of("terminal.incident", incident));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
