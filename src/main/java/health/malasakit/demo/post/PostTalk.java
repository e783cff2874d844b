package health.malasakit.demo.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One conversation with the made-up mail server (RFC 5321): a mail for one mailbox of people who
 * exist nowhere, and none for anybody else.
 */
final class PostTalk {

  private static final int MAIL_BYTES_MAX = 1_000_000;
  private static final int COMMANDS_MAX = 1000;
  private static final int SILENT_SECONDS = 12;
  private static final Pattern FROM =
      Pattern.compile("MAIL FROM:\\s*<([^<>\\s]{0,254})>.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TO =
      Pattern.compile("RCPT TO:\\s*<([^<>\\s]{1,254})>.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOBODYS =
      Pattern.compile(".+@(?:.+\\.)?example\\.(?:org|com|net)", Pattern.CASE_INSENSITIVE);

  private final PostLine line;
  private final Mailboxes mailboxes;
  private final String password;
  private final Clock clock;
  private boolean known;
  private Optional<String> from = Optional.empty();
  private Optional<String> to = Optional.empty();

  PostTalk(Socket socket, Mailboxes mailboxes, String password, Clock clock) throws IOException {
    this.line = new PostLine(socket);
    this.mailboxes = mailboxes;
    this.password = password;
    this.clock = clock;
  }

  void turnAway() throws IOException {
    line.say("421 4.3.2 too many at once");
  }

  /**
   * Until either side ends it.
   *
   * @param came hears of each mail after it was taken
   */
  void run(Consumer<Mailboxes.Taken> came) throws IOException {
    try {
      line.say("220 inbox.example.org ESMTP made up");
      for (int n = 0; n < COMMANDS_MAX; n++) {
        var said = line.next();
        if (said.isEmpty() || !answered(said.get(), came)) {
          return;
        }
      }
      turnAway();
    } catch (PostLine.TooLong tooLong) {
      line.say("500 5.5.2 line too long");
    }
  }

  /** False when it is over. */
  private boolean answered(String said, Consumer<Mailboxes.Taken> came) throws IOException {
    switch (said.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT)) {
      case "EHLO" ->
          line.say("250-inbox.example.org\r\n250-SIZE " + MAIL_BYTES_MAX + "\r\n250 AUTH PLAIN");
      case "HELO", "NOOP" -> line.say("250 2.0.0 here");
      case "AUTH" -> signIn(said);
      case "MAIL" -> mail(said);
      case "RCPT" -> recipient(said);
      case "DATA" -> {
        return data(came);
      }
      case "RSET" -> {
        forget();
        line.say("250 2.0.0 forgotten");
      }
      case "QUIT" -> {
        line.say("221 2.0.0 bye");
        return false;
      }
      default -> line.say("502 5.5.1 no such command");
    }
    return true;
  }

  private void signIn(String said) throws IOException {
    var shown = said.replaceFirst("(?i)AUTH +PLAIN *", "");
    if (shown.isEmpty()) {
      line.say("334 ");
      shown = line.next().orElse("");
    }
    var right =
        Base64.getEncoder().encode(("\0" + PostOffice.USER + "\0" + password).getBytes(UTF_8));
    known = MessageDigest.isEqual(right, shown.getBytes(UTF_8));
    line.say(known ? "235 2.7.0 come in" : "535 5.7.8 not you");
  }

  private void mail(String said) throws IOException {
    var found = FROM.matcher(said);
    if (!known) {
      line.say("530 5.7.0 sign in first");
    } else if (!found.matches()) {
      line.say("501 5.5.4 MAIL FROM:<address>");
    } else {
      forget();
      from = Optional.of(found.group(1));
      line.say("250 2.1.0 go on");
    }
  }

  private void recipient(String said) throws IOException {
    var found = TO.matcher(said);
    if (from.isEmpty()) {
      line.say("503 5.5.1 MAIL first");
    } else if (!found.matches()) {
      line.say("501 5.5.4 RCPT TO:<address>");
    } else if (to.isPresent()) {
      line.say("452 4.5.3 one at a time");
    } else if (!NOBODYS.matcher(found.group(1)).matches()) {
      line.say("550 5.7.1 no mail leaves the made-up world");
    } else {
      line.say(welcome(found.group(1)));
    }
  }

  private String welcome(String address) {
    return switch (mailboxes.moodOf(address)) {
      case REFUSES -> "550 5.1.1 no such mailbox";
      case BUSY -> "451 4.3.0 busy, come again later";
      case TAKES, SILENT -> {
        to = Optional.of(address);
        yield "250 2.1.5 go on";
      }
    };
  }

  private boolean data(Consumer<Mailboxes.Taken> came) throws IOException {
    if (from.isEmpty() || to.isEmpty()) {
      line.say("503 5.5.1 MAIL and RCPT first");
      return true;
    }
    line.say("354 to the dot");
    var text = new StringBuilder();
    long size = 0;
    for (var next = line.next(); ; next = line.next()) {
      if (next.isEmpty()) {
        return false;
      }
      if (".".equals(next.get())) {
        break;
      }
      size += next.get().length() + 2;
      if (size <= MAIL_BYTES_MAX) {
        text.append(next.get().startsWith(".") ? next.get().substring(1) : next.get())
            .append("\r\n");
      }
    }
    if (size > MAIL_BYTES_MAX) {
      forget();
      line.say("552 5.3.4 too large");
      return true;
    }
    return taken(text.toString(), came);
  }

  private boolean taken(String text, Consumer<Mailboxes.Taken> came) throws IOException {
    var address = to.orElseThrow();
    var mail =
        new Mailboxes.Taken(UUID.randomUUID(), from.orElseThrow(), address, text, clock.instant());
    forget();
    mailboxes.take(mail);
    if (mailboxes.moodOf(address) == Mood.SILENT) {
      came.accept(mail);
      return saysNothing();
    }
    line.say("250 2.0.0 taken");
    came.accept(mail);
    return true;
  }

  private static boolean saysNothing() {
    try {
      TimeUnit.SECONDS.sleep(SILENT_SECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void forget() {
    from = Optional.empty();
    to = Optional.empty();
  }
}
