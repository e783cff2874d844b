package health.malasakit.postgres;

/**
 * The names of a database and its three roles: the owner runs migrations, the application serves
 * people and can change no table's shape, the backup role reads everything.
 */
public record RoleNames(String database, String owner, String application, String backup) {

  /** What an installation is called when nobody says otherwise. */
  public static final RoleNames STANDARD =
      new RoleNames("malasakit", "malasakit_owner", "malasakit_app", "malasakit_backup");

  public RoleNames {
    Credentials.requireIdentifier(database);
    Credentials.requireIdentifier(owner);
    Credentials.requireIdentifier(application);
    Credentials.requireIdentifier(backup);
  }
}
