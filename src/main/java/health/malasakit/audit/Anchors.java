package health.malasakit.audit;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.postgres.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the head of each chain, signed, to a file beside the database, once an hour. Who rebuilds
 * a whole chain in the database cannot rebuild these. Copy the file away as you copy backups.
 */
@Component
public class Anchors {

  /** The file in the home; lines are only ever added. */
  public static final String FILE = "audit-anchors.jsonl";

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"organization\":\"([^\"]*)\",\"position\":(\\d{1,18}),\"chain\":\"([^\"]*)\","
              + "\"at\":(\\d{1,15}),\"signature\":\"([^\"]*)\"}");

  private final SealStore store;
  private final Clinics clinics;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Home home;

  Anchors(
      SealStore store,
      Clinics clinics,
      TransactionTemplate transactions,
      Clock clock,
      ObjectProvider<Home> homes) {
    this.store = store;
    this.clinics = clinics;
    this.transactions = transactions;
    this.clock = clock;
    this.home = homes.getIfAvailable(() -> Home.of(System.getenv()));
  }

  /** Signs the head of every organization that has sealed lines; gives how many. */
  public int anchorAll() {
    var key = new AnchorKey(home);
    var signed =
        clinics.allIds().stream()
            .map(this::head)
            .filter(chain -> chain.position() > 0)
            .map(chain -> key.sign(anchor(chain)))
            .toList();
    append(signed);
    return signed.size();
  }

  /** Signs the head of one organization. */
  public void anchor(OrganizationId organization) {
    append(List.of(new AnchorKey(home).sign(anchor(head(organization)))));
  }

  /** Gives each anchor of an organization, in the order of the file; unreadable lines too. */
  void each(OrganizationId organization, Consumer<Anchor> reader) {
    if (!Files.exists(file())) {
      return;
    }
    try (Stream<String> lines = Files.lines(file())) {
      lines
          .filter(line -> line.contains(organization.toString()))
          .map(line -> parsed(organization, line))
          .forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether our key signed it. */
  boolean isSigned(Anchor anchor) {
    return new AnchorKey(home).signed(anchor);
  }

  private Chain head(OrganizationId organization) {
    return Objects.requireNonNull(
        Scopes.call(
            Scope.job(organization, "audit-anchor"),
            () -> transactions.execute(status -> store.head(organization))));
  }

  private Anchor anchor(Chain chain) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Anchor(chain.organization(), chain.position(), chain.hash(), now, "");
  }

  private void append(List<Anchor> anchors) {
    var text = new StringBuilder();
    anchors.forEach(anchor -> text.append(json(anchor)).append('\n'));
    try (var out = FileChannel.open(home.file(FILE), StandardOpenOption.APPEND)) {
      out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
      out.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return home.directory().resolve(FILE);
  }

  private static String json(Anchor anchor) {
    return "{\"organization\":\"%s\",\"position\":%d,\"chain\":\"%s\",\"at\":%d,\"signature\":\"%s\"}"
        .formatted(
            anchor.organization().value(),
            anchor.position(),
            anchor.hash(),
            anchor.at().toEpochMilli(),
            anchor.signature());
  }

  private static Anchor parsed(OrganizationId organization, String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return new Anchor(organization, 0, "", Instant.EPOCH, "");
    }
    try {
      return new Anchor(
          new OrganizationId(Ids.parse(parts.group(1))),
          Long.parseLong(parts.group(2)),
          parts.group(3),
          Instant.ofEpochMilli(Long.parseLong(parts.group(4))),
          parts.group(5));
    } catch (Refused malformed) {
      return new Anchor(organization, 0, "", Instant.EPOCH, "");
    }
  }
}
