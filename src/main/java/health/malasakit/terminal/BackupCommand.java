package health.malasakit.terminal;

import health.malasakit.access.Copied;
import health.malasakit.audit.Anchors;
import health.malasakit.audit.Copies;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.postgres.Databases;
import health.malasakit.postgres.backup.Backup;
import health.malasakit.postgres.backup.BackupKey;
import health.malasakit.postgres.backup.Counted;
import health.malasakit.postgres.backup.KeptBeside;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Without the application: a start of it would migrate what is to be copied as it is. */
@Command(name = "backup")
final class BackupCommand extends Told {

  /** What of the home belongs to the database. */
  static final KeptBeside BESIDE = new KeptBeside(Anchors.FILE, Copies.ARCHIVE);

  static final String SECRETS_KEY = "MALASAKIT_SECRETS_KEY";

  private final Opener opener;

  @Parameters(paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--key", required = true, paramLabel = "FILE")
  private @Nullable Path keyFile;

  BackupCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    var to = java.util.Objects.requireNonNull(file);
    Backup.requireNew(to);
    Databases.requireThere(opener.environment());
    quietly();
    var elsewhere = !opener.environment().getOrDefault(SECRETS_KEY, "").isBlank();
    try (var databases = opener.databases()) {
      var backup = new Backup(databases.address(), databases.backup(), opener.home(), BESIDE);
      var clinics = backup.asked(this::clinics);
      var key = key(java.util.Objects.requireNonNull(keyFile));
      // Before the first row is read: who stops it in the midst has read some.
      Copies.begin(databases.address(), clinics, Clock.systemUTC());
      say(to, backup.write(to, key, elsewhere));
    }
    if (elsewhere) {
      say("terminal.backup.elsewhere", SECRETS_KEY);
    }
  }

  /** Those that are copied; refuses a copy that would be nobody's, or open to nobody. */
  private List<OrganizationId> clinics(Connection reader) {
    var clinics = Copied.clinics(reader);
    if (clinics.isEmpty()) {
      throw Refused.conflict("backup.empty", opener.home());
    }
    Copied.requireKey(reader, opener.home(), opener.environment());
    return clinics;
  }

  private BackupKey key(Path at) {
    if (Files.exists(at)) {
      if (BackupKey.isOpenToOthers(at)) {
        say("terminal.backup.open", at);
      }
      return BackupKey.read(at);
    }
    var made = BackupKey.make(at);
    say("terminal.backup.key", at);
    return made;
  }

  private void say(Path to, Backup.Written written) {
    var counted = written.counted();
    say(
        "terminal.backup.done",
        to,
        counted.tables(),
        counted.rows(),
        written.bytes(),
        written.taken(),
        opener.home());
    out().println(whose(counted));
    out().flush();
  }

  /** So that the backup of another place is seen as such. */
  static String whose(Counted counted) {
    return Sentences.of(
        "terminal.backup.whose",
        counted.in("access.organization"),
        counted.in("access.account"),
        counted.in("patients.patient"));
  }

  private void say(String key, Object... facts) {
    out().println(Sentences.of(key, facts));
    out().flush();
  }
}
