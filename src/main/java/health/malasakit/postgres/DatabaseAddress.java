package health.malasakit.postgres;

/**
 * Where the database is and who may use it. Prints no password.
 *
 * @param url a JDBC address without credentials
 * @param backupRole the role that migrations allow to read everything; it has no password here
 */
public record DatabaseAddress(
    String url, Credentials owner, Credentials application, String backupRole) {

  public DatabaseAddress {
    Credentials.requireIdentifier(backupRole);
  }
}
