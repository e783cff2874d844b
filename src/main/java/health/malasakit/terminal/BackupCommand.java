package health.malasakit.terminal;

import health.malasakit.access.Organizations;
import health.malasakit.audit.Act;
import health.malasakit.audit.Anchors;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Copies;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.postgres.backup.Backup;
import health.malasakit.postgres.backup.BackupKey;
import health.malasakit.postgres.backup.KeptBeside;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "backup")
final class BackupCommand extends Told {

  /** What of the home belongs to the database. */
  static final KeptBeside BESIDE = new KeptBeside(Anchors.FILE, Copies.ARCHIVE);

  static final String SECRETS_KEY = "MALASAKIT_SECRETS_KEY";

  private static final String JOB = "backup";

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
    var key = key(java.util.Objects.requireNonNull(keyFile));
    var elsewhere = !opener.environment().getOrDefault(SECRETS_KEY, "").isBlank();
    try (var databases = opener.databases()) {
      var reader = databases.backup();
      opener.on(databases, this::writeDown);
      var written =
          new Backup(databases.address(), reader, opener.home(), BESIDE).write(to, key, elsewhere);
      say(
          "terminal.backup.done",
          to,
          written.tables(),
          written.rows(),
          written.bytes(),
          written.taken());
    }
    if (elsewhere) {
      say("terminal.backup.elsewhere", SECRETS_KEY);
    }
  }

  private BackupKey key(Path at) {
    if (Files.exists(at)) {
      return BackupKey.read(at);
    }
    var made = BackupKey.make(at);
    say("terminal.backup.key", at);
    return made;
  }

  /** Before the first row is read: who stops it in the midst has read some. */
  private Integer writeDown(ApplicationContext context) {
    var all = context.getBean(Organizations.class).allIds();
    var transaction = context.getBean(TransactionTemplate.class);
    var audit = context.getBean(Audit.class);
    for (var one : all) {
      Scopes.run(
          Scope.job(one, JOB),
          () ->
              transaction.executeWithoutResult(
                  status -> audit.done(Act.on(one, "backed-up", "organization", one.value()))));
    }
    return all.size();
  }

  private void say(String key, Object... facts) {
    out().println(Sentences.of(key, facts));
    out().flush();
  }
}
