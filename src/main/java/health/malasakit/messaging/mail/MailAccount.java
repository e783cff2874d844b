package health.malasakit.messaging.mail;

import health.malasakit.kernel.Sentences;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An account at a mail server.
 *
 * @param server {@code smtps://host:port}, or {@code smtp://host:port}, which has to offer STARTTLS
 *     unless it is this machine
 * @param user empty when the server asks for none
 * @param password shown to the server and to nobody else
 */
public record MailAccount(URI server, String user, String password) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;

  /**
   * The account of three settings; empty when none is set.
   *
   * @throws IllegalStateException when one is missing, or is not what it has to be: the message
   *     names the setting and the rule
   */
  static Optional<MailAccount> of(String address, String user, String password) {
    if (address.isBlank() && user.isBlank() && password.isBlank()) {
      return Optional.empty();
    }
    var server = server(address);
    if (user.isBlank() && !password.isBlank()) {
      throw wrong("user", "MALASAKIT_MAIL_USER");
    }
    if (password.isBlank() && !user.isBlank()) {
      throw wrong("password", "MALASAKIT_MAIL_PASSWORD");
    }
    return Optional.of(new MailAccount(server, user, password));
  }

  private static URI server(String address) {
    try {
      var server = URI.create(address.strip().replaceFirst("/$", ""));
      if (isWhole(server)) {
        return server;
      }
    } catch (IllegalArgumentException noAddress) {
      // refused below
    }
    throw wrong("address", "MALASAKIT_MAIL_ADDRESS");
  }

  private static boolean isWhole(URI server) {
    return server.getHost() != null
        && server.getRawUserInfo() == null
        && server.getRawPath().isEmpty()
        && server.getRawQuery() == null
        && server.getRawFragment() == null
        && server.getPort() != 0
        && ("smtp".equals(server.getScheme()) || "smtps".equals(server.getScheme()));
  }

  private static IllegalStateException wrong(String rule, String setting) {
    return new IllegalStateException(Sentences.of("mail.setting." + rule, setting));
  }

  String host() {
    return server.getHost();
  }

  int port() {
    if (server.getPort() > 0) {
      return server.getPort();
    }
    return beginsWithTls() ? SUBMISSION_OVER_TLS : SUBMISSION;
  }

  boolean beginsWithTls() {
    return "smtps".equals(server.getScheme());
  }

  boolean turnsToTls() {
    return !beginsWithTls() && !THIS_MACHINE.contains(host());
  }

  @Override
  public String toString() {
    return "MailAccount";
  }
}
