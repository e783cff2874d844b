package health.malasakit.terminal;

import health.malasakit.kernel.Sentences;
import health.malasakit.postgres.Home;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which process serves a home: it leaves a note there, so that a second start can name it. */
record Serving(Home home) {

  private static final String NOTE = "server";

  /** Process, when that process began (a number is given out again), address. */
  private static final Pattern SHAPE = Pattern.compile("(\\d+) (\\S+) (\\S+)");

  /** This process serves the home from now on. */
  void begins(URI address) {
    var self = ProcessHandle.current();
    home.write(NOTE, "%d %s %s%n".formatted(self.pid(), began(self), address));
  }

  /** Takes the note away, if it is ours. */
  void ends() {
    if (living().filter(one -> one.pid == ProcessHandle.current().pid()).isPresent()) {
      home.write(NOTE, "");
    }
  }

  /**
   * Refuses when a living process serves the home.
   *
   * @throws StartRefused with its number and address and what can be done
   */
  void require() {
    living()
        .ifPresent(one -> {
          throw new StartRefused(
              Sentences.of(
                  "terminal.served", home, one.pid, one.address, Home.VARIABLE, Listening.PORT));
        });
  }

  private record Named(long pid, String began, String address) {}

  private Optional<Named> living() {
    var note = SHAPE.matcher(home.read(NOTE));
    if (!note.matches()) {
      return Optional.empty();
    }
    var named = new Named(Long.parseLong(note.group(1)), note.group(2), note.group(3));
    return ProcessHandle.of(named.pid)
        .filter(process -> began(process).equals(named.began))
        .map(process -> named);
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
