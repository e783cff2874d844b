package health.malasakit.inquiries.voicemail;

import health.malasakit.Client;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A switch that sends the sound of one call before it tells of the call. */
final class EarlySwitch {

  private final EarlyVoicemails early;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final int port;
  private final String id = "early-" + UUID.randomUUID();
  private final Switchboard board;
  private final TelephoneId system;

  EarlySwitch(ApplicationContext beans, int port, String clinic) {
    this.early = beans.getBean(EarlyVoicemails.class);
    this.jdbc = beans.getBean(JdbcClient.class);
    this.transactions = beans.getBean(TransactionTemplate.class);
    this.port = port;
    this.board = Switchboard.in(beans, port, clinic);
    this.system = beans.getBean(CallDoor.class).showing(board.token()).orElseThrow().system();
  }

  Switchboard board() {
    return board;
  }

  /** Its own name for the call. */
  String id() {
    return id;
  }

  /** The sound as JSON; the dialled number unless it is empty. */
  Client.Answer json(String to, int pitch) {
    var audio = Base64.getEncoder().encodeToString(Sound.wav(pitch));
    var dialled = to.isEmpty() ? "" : ", \"to\": \"" + to + "\"";
    return board.tell(
        "/api/calls/" + id + "/voicemail", "{\"audio\": \"%s\"%s}".formatted(audio, dialled));
  }

  /** The sound itself, with these headers and values. */
  Client.Answer bytes(String... headers) {
    return bytes(port, headers);
  }

  /** The same to another node. */
  Client.Answer bytes(int node, String... headers) {
    var client = Client.on(node);
    var request =
        client
            .request("/api/calls/" + id + "/voicemail", "Authorization", "Bearer " + board.token())
            .header("Content-Type", "audio/wav")
            .POST(BodyPublishers.ofByteArray(Sound.wav(440)));
    for (int n = 0; n < headers.length; n += 2) {
      request.header(headers[n], headers[n + 1]);
    }
    return client.send(request);
  }

  /** Tells another node that the call rings. */
  Client.Answer rings(int node) {
    var client = Client.on(node);
    var body = "{\"id\": \"%s\", \"to\": \"%s\"}".formatted(id, board.number());
    return client.send(
        client
            .request("/api/calls", "Authorization", "Bearer " + board.token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  static String idOf(Client.Answer answer) {
    return answer.body().replaceAll(".*\"voicemail\":\"([0-9a-f-]{36})\".*", "$1");
  }

  /** What the database shows to whoever works for this system. */
  int waiting() {
    return asSystem(sql ->
        sql.sql("select count(*) from inquiries.early_voicemail").query(Integer.class).single());
  }

  private <T> T asSystem(Function<JdbcClient, T> question) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          jdbc.sql("select set_config('malasakit.telephone', :system, true)")
              .param("system", system.toString())
              .query(String.class)
              .single();
          return question.apply(jdbc);
        }));
  }

  /** It came so long ago, and the minute in which it is looked for has come. */
  void later(String ago) {
    asSystem(sql ->
        sql.sql(
                """
                with gone as (delete from inquiries.early_voicemail where outside_id = :id returning *)
                insert into inquiries.early_voicemail (system_id, outside_id, voicemail_id, dialled, number, came_at,
                                                       arrived_at, kind, audio, seconds)
                select system_id, outside_id, voicemail_id, dialled, number, came_at,
                       arrived_at - cast(:ago as interval), kind, audio, seconds from gone
                """)
            .param("id", id)
            .param("ago", ago)
            .update());
    look();
  }

  void look() {
    early.look(system);
  }

  /** Sounds of other calls: so many, each of so many bytes. */
  void fill(String name, int size, int many) {
    asSystem(sql ->
        sql.sql(
                """
                insert into inquiries.early_voicemail (system_id, outside_id, voicemail_id, came_at, arrived_at, kind,
                                                       audio)
                select :system, :name || '-' || n, gen_random_uuid(), now(), now(), 'wav',
                       convert_to(repeat('x', :size), 'UTF8') from generate_series(1, :many) n
                """)
            .param("system", system.value())
            .param("name", name)
            .param("size", size)
            .param("many", many)
            .update());
  }

  /** How many calls there are of its name, and how many voicemails in them. */
  List<Integer> callsAndVoicemails() {
    return Scopes.call(
        Scope.job(board.clinic().id(), "test"),
        () ->
            Objects.requireNonNull(
                transactions.execute(status ->
                    List.of(
                        count("select count(*) from inquiries.call where outside_id = :id"),
                        count(
                            """
                            select count(*) from inquiries.voicemail v join inquiries.call c
                                on c.organization_id = v.organization_id and c.call_id = v.call_id
                             where c.outside_id = :id
                            """)))));
  }

  private int count(String sql) {
    return jdbc.sql(sql).param("id", id).query(Integer.class).single();
  }
}
