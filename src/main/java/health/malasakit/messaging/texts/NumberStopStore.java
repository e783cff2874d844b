package health.malasakit.messaging.texts;

import static java.time.ZoneOffset.UTC;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.messaging.texts.NumberStops.Change;
import health.malasakit.messaging.texts.NumberStops.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers and what was said of them. */
@Repository
class NumberStopStore {

  /** One lock for all numbers of a clinic: a list of thousands takes no more. */
  private static final String ALONE =
      """
      select pg_advisory_xact_lock(hashtextextended('messaging.number_stop ' || cast(:organization as text), 0))
      """;

  private static final String ADD =
      """
      insert into messaging.number_stop (organization_id, stop_id, digits, closed, source, by_account, at,
                                         heard, words, said_on)
      values (:organization, :id, :digits, :closed, :source, :by, :at, :heard, :words, :on)
      """;

  /**
   * Of thousands in one look: asked for each number by itself, PostgreSQL reads all of the clinic's
   * lines for each, until it has counted anew how many a clinic has.
   */
  private static final String IMPORT =
      """
      insert into messaging.number_stop (organization_id, stop_id, digits, closed, source, by_account, at,
                                         heard, words, said_on)
      select :organization, n.id, n.digits, true, 'import', :by, :at, '', '', null
        from unnest(cast(:ids as uuid[]), cast(:numbers as text[])) as n (id, digits)
       where n.digits not in (select newest.digits from (
               select distinct on (s.digits) s.digits, s.closed from messaging.number_stop s
                where s.organization_id = :organization and s.digits = any (cast(:numbers as text[]))
                order by s.digits, s.stop_id desc) as newest where newest.closed)
      """;

  private static final String NEWEST =
      """
      select closed from messaging.number_stop
       where organization_id = :organization and digits = :digits order by stop_id desc limit 1
      """;

  private static final String LINES =
      """
      select digits, closed, source, by_account, at, heard, words, said_on from messaging.number_stop
       where organization_id = :organization and digits = any (:numbers) order by stop_id desc limit 200
      """;

  private static final String CORRECTED =
      """
      select digits, closed, source, by_account, at, heard, words, said_on from messaging.number_stop
       where organization_id = :organization and not closed and source = 'import' order by stop_id desc limit 20
      """;

  private static final String CLOSED =
      """
      select newest.digits from (
        select distinct on (s.digits) s.digits, s.closed from messaging.number_stop s
         where s.organization_id = :organization and s.digits = any (cast(:numbers as text[]))
         order by s.digits, s.stop_id desc) as newest
       where newest.closed limit 20000
      """;

  /**
   * What opens it is its own text or a person; an import that was set right says nothing of what
   * stood before it. Without any line the last text of one who has the number counts.
   */
  private static final String STANDS =
      """
      select n.digits, coalesce(newest.closed, reply.answer = 'revoked', false) as closed,
             case when opened.source = 'person' then
               (select s.at from messaging.number_stop s
                 where s.organization_id = :organization and s.digits = n.digits and s.closed and s.stop_id < opened.stop_id
                 order by s.stop_id desc limit 1) end as closed_before
        from unnest(cast(:numbers as text[])) as n (digits)
        left join lateral (select s.closed from messaging.number_stop s
                            where s.organization_id = :organization and s.digits = n.digits
                            order by s.stop_id desc limit 1) newest on true
        left join lateral (select s.stop_id, s.source from messaging.number_stop s
                            where s.organization_id = :organization and s.digits = n.digits
                              and not s.closed and s.source in ('reply', 'person')
                            order by s.stop_id desc limit 1) opened on true
        left join lateral (select c.answer from messaging.consent c
                            where c.organization_id = :organization and c.address = n.digits
                              and c.channel = 'text' and c.basis = 'reply'
                            order by c.consent_id desc limit 1) reply on newest.closed is null
       limit 20000
      """;

  private final JdbcClient jdbc;

  NumberStopStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nobody else changes any of the clinic until this transaction has ended. */
  void alone(OrganizationId organization) {
    jdbc.sql(ALONE).param("organization", organization.value()).query((row, n) -> "").single();
  }

  /** Closes those that are not closed. */
  void importAll(OrganizationId organization, Collection<Phone> numbers, Instant at) {
    var digits = digits(numbers);
    jdbc.sql(IMPORT)
        .param("organization", organization.value())
        .param("ids", Stream.generate(Ids::next).limit(digits.length).toArray(UUID[]::new))
        .param("numbers", digits)
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", at.atOffset(UTC))
        .update();
  }

  void add(OrganizationId organization, Phone number, Change change, Instant at) {
    asked(ADD, organization, number)
        .param("id", Ids.next())
        .param("closed", change.closed())
        .param("source", change.source().code())
        .param("by", Scopes.current().account().map(AccountId::value).orElse(null))
        .param("at", at.atOffset(UTC))
        .param("heard", change.ground().heard())
        .param("words", change.ground().words())
        .param("on", change.ground().on().orElse(null))
        .update();
  }

  Optional<Boolean> newest(OrganizationId organization, Phone number) {
    return asked(NEWEST, organization, number).query(Boolean.class).optional();
  }

  /** The latest first. */
  List<Line> lines(OrganizationId organization, Collection<Phone> numbers) {
    return jdbc.sql(LINES)
        .param("organization", organization.value())
        .param("numbers", digits(numbers))
        .query((row, n) -> line(row))
        .list();
  }

  List<Line> corrected(OrganizationId organization) {
    return jdbc.sql(CORRECTED)
        .param("organization", organization.value())
        .query((row, n) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("digits"),
        NumberStops.Source.of(row.getString("source")),
        row.getBoolean("closed"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("by_account", UUID.class)).map(AccountId::new),
        new NumberStops.Ground(
            row.getString("heard"),
            row.getString("words"),
            Optional.ofNullable(row.getObject("said_on", LocalDate.class))));
  }

  private static String[] digits(Collection<Phone> numbers) {
    return numbers.stream().map(Phone::digits).distinct().toArray(String[]::new);
  }

  Set<String> closed(OrganizationId organization, Collection<Phone> numbers) {
    return new HashSet<>(
        jdbc.sql(CLOSED)
            .param("organization", organization.value())
            .param("numbers", digits(numbers))
            .query(String.class)
            .list());
  }

  Map<String, NumberStand> stands(OrganizationId organization, Collection<Phone> numbers) {
    Map<String, NumberStand> all = new HashMap<>();
    jdbc.sql(STANDS)
        .param("organization", organization.value())
        .param("numbers", digits(numbers))
        .query(row -> {
          all.put(row.getString("digits"), stand(row));
        });
    return all;
  }

  private static NumberStand stand(ResultSet row) throws SQLException {
    boolean closed = row.getBoolean("closed");
    return new NumberStand(
        closed,
        Optional.ofNullable(row.getObject("closed_before", OffsetDateTime.class))
            .filter(before -> !closed)
            .map(OffsetDateTime::toInstant));
  }

  private JdbcClient.StatementSpec asked(
      String question, OrganizationId organization, Phone number) {
    return jdbc.sql(question)
        .param("organization", organization.value())
        .param("digits", number.digits());
  }
}
