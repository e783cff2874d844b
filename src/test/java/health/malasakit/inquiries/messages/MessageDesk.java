package health.malasakit.inquiries.messages;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Luz speaks with a caller, and Rosa is the nurse of that clinic. */
final class MessageDesk {

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private final CallerOnTheLine line;
  private final Client rosa;

  MessageDesk(ApplicationContext beans, int port) {
    this.beans = beans;
    this.world = beans.getBean(World.class);
    this.port = port;
    this.line = new CallerOnTheLine(beans, port);
    this.rosa = as(world.person(Role.NURSE, line.clinic()));
  }

  CallerOnTheLine line() {
    return line;
  }

  Client luz() {
    return line.client();
  }

  Client rosa() {
    return rosa;
  }

  Client as(SignedIn person) {
    return Client.on(port).as(world.cookieOf(person));
  }

  /** What a caller may want. */
  static Map<String, String> refill() {
    return new HashMap<>(
        Map.of(
            "kind", "refill",
            "words", "My pressure pills are gone since Sunday.",
            "number", "(617) 555-0142",
            "bestHour", "after 3",
            "mayLeave", "yes",
            "pharmacy", "CVS, Oak St",
            "day", "in two days",
            "hour", "17:00"));
  }

  /** The same about the patient of the call. */
  Map<String, String> aboutHer() {
    var form = refill();
    form.put("about", line.ana().toString());
    return form;
  }

  /** Taken in the call; gives its address. */
  String taken(Map<String, String> form) {
    var answer = luz().post(line.call() + "/message", form);
    assertThat(answer.location()).isEqualTo(line.call());
    return address();
  }

  String address() {
    var id = ids("select message_id from inquiries.message order by taken_at desc limit 1");
    return "/messages/" + line.clinic().id() + "/" + id.getFirst();
  }

  List<UUID> ids(String sql) {
    return in(jdbc -> jdbc.sql(sql).query(UUID.class).list());
  }

  /** What stands in the database of the clinic. */
  <T> T in(Function<JdbcClient, T> question) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return Scopes.call(
        Scope.job(line.clinic().id(), "test"),
        () ->
            Objects.requireNonNull(
                transactions.execute(status -> question.apply(beans.getBean(JdbcClient.class)))));
  }
}
