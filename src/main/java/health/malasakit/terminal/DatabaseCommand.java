package health.malasakit.terminal;

import health.malasakit.postgres.RoleNames;
import health.malasakit.postgres.RolesScript;
import picocli.CommandLine.Command;

/** What an administrator of a PostgreSQL of their own needs. */
@Command(name = "db", mixinStandardHelpOptions = true, subcommands = DatabaseCommand.Roles.class)
final class DatabaseCommand {

  @Command(name = "roles")
  static final class Roles extends Told {

    @Override
    public void run() {
      out().print(new RolesScript(RoleNames.STANDARD).text());
      out().flush();
    }
  }
}
