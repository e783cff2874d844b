package health.malasakit.terminal;

import health.malasakit.access.Copied;
import health.malasakit.access.Organizations;
import health.malasakit.audit.Copies;
import health.malasakit.audit.Sealing;
import health.malasakit.audit.Verification;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.AfterRestore;
import health.malasakit.postgres.backup.BackupKey;
import health.malasakit.postgres.backup.Manifest;
import health.malasakit.postgres.backup.Restore;
import java.nio.file.Path;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore")
final class RestoreCommand extends Told {

  private final Opener opener;

  @Parameters(paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--key", required = true, paramLabel = "FILE")
  private @Nullable Path keyFile;

  @Option(names = "--check")
  private boolean checkOnly;

  RestoreCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    var from = java.util.Objects.requireNonNull(file);
    var key = BackupKey.read(java.util.Objects.requireNonNull(keyFile));
    var checked = Restore.check(from, key);
    say(
        "terminal.restore.checked",
        from,
        checked.counted().tables(),
        checked.counted().rows(),
        checked.manifest().taken(),
        checked.manifest().postgres());
    out().println(BackupCommand.whose(checked.counted()));
    out().flush();
    if (checkOnly) {
      return;
    }
    Restore.requireKnown(checked, from);
    if (!BackupCommand.BESIDE.isFree(opener.home())) {
      throw Refused.conflict("backup.not-empty/home", opener.home());
    }
    var arrived = restore(from, key);
    say("terminal.restore.loaded", checked.counted().tables(), checked.counted().rows());
    say(arrived, checked.manifest().taken());
    if (checked.manifest().keyBeside()) {
      say("terminal.restore.elsewhere", BackupCommand.SECRETS_KEY);
    }
    if (opener.with(this::brokenAudits) > 0) {
      throw Refused.conflict("audit.broken");
    }
    say("terminal.restore.done", opener.home());
  }

  /** Gives what is held back and what was ended. */
  private Arrived restore(Path from, BackupKey key) {
    quietly();
    try (var databases = opener.databases()) {
      var then = new Arrived();
      new Restore(databases.address(), opener.home(), BackupCommand.BESIDE).load(from, key, then);
      return then;
    }
  }

  private void say(Arrived arrived, String taken) {
    say("terminal.restore.signed-out", arrived.ended.sessions(), arrived.ended.links(), taken);
    if (arrived.held.messages() > 0) {
      say("terminal.restore.messages", arrived.held.messages());
    }
    if (arrived.held.clinics() > 0) {
      say("terminal.restore.held", arrived.held.clinics(), taken);
    }
  }

  /** What is to be done before anything starts there. */
  private static final class Arrived implements Restore.Then {

    private AfterRestore.Held held = new AfterRestore.Held(0, 0);
    private Copied.Ended ended = new Copied.Ended(0, 0);

    @Override
    public void loaded(Connection owner) {
      Copies.arrived(owner);
    }

    @Override
    public void ready(Connection owner, Manifest manifest) {
      held = AfterRestore.hold(owner, manifest.taken());
      ended = Copied.arrived(owner);
    }
  }

  /** What had no seal yet gets it here; then every chain is walked. */
  private int brokenAudits(ApplicationContext context) {
    context.getBean(Sealing.class).sealAll();
    var verification = context.getBean(Verification.class);
    int broken = 0;
    for (var one : context.getBean(Organizations.class).allIds()) {
      var finding = verification.verify(one).finding();
      if (finding.isPresent()) {
        say("terminal.restore.broken", one, finding.get().sentence());
        broken++;
      }
    }
    return broken;
  }

  private void say(String key, Object... facts) {
    out().println(Sentences.of(key, facts));
    out().flush();
  }
}
