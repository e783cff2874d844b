package health.malasakit.terminal;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: {@code --help}, and the terminal that it talks to. */
@Command(mixinStandardHelpOptions = true)
abstract class Told implements Runnable {

  /** Given by the parser before the command runs. */
  @Spec private @Nullable CommandSpec spec;

  /** What was asked for goes here; everything else to the error output. */
  final PrintWriter out() {
    return commandLine().getOut();
  }

  /** Progress, and whatever else is no answer. */
  final PrintWriter err() {
    return commandLine().getErr();
  }

  /** Wrong usage, said in a sentence. */
  final CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(commandLine(), sentence);
  }

  /** For work without the application, which otherwise tells the log what to say. */
  final void quietly() {
    LoggingSystem.get(getClass().getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
  }

  private CommandLine commandLine() {
    return java.util.Objects.requireNonNull(spec).commandLine();
  }
}
