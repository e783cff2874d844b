package health.malasakit.bench;

import health.malasakit.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Many audit lines over ten clinics and 320 days, made by the database itself. */
final class AuditWorld {

  private static final int CLINICS = 10;

  /** 200 people, 20 thousand patients; ids of version 7 for moments spread over the time. */
  private static final String LINES =
      """
      insert into audit.line (organization_id, id, at, account_id, actor, country, task, act, subject,
                              subject_id, patient_id, detail)
      select '{clinic}',
             (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
               || substr(md5(g::text), 1, 3) || '8' || substr(md5(g::text), 4, 15))::uuid,
             at, md5('person ' || g * 31 % 200)::uuid, 'person', 'PH',
             'GET /patients/{clinic}/{patient}',
             (array['opened', 'listed', 'held', 'booked', 'changed'])[(1 + g % 5)::int],
             (array['patient', 'search', 'visit', 'visit', 'patient'])[(1 + g % 5)::int],
             case when g % 5 <> 1 then md5('thing ' || g)::uuid end,
             case when g % 5 <> 1 then md5('patient ' || g * 17 % 20000)::uuid end,
             case when g % 5 = 1 then '5 shown' else '' end
        from generate_series({first}, {last}) g,
             lateral (select now() - interval '320 days' * (1 - g::numeric / {all}) as at) moment
      """;

  private static final String LISTED =
      """
      insert into audit.listed (organization_id, line_id, patient_id)
      select l.organization_id, l.id, md5('patient ' || (abs(hashtext(l.id::text)) % 4000 * 5 + n))::uuid
        from audit.line l, generate_series(0, 4) n
       where l.organization_id = '{clinic}' and l.act = 'listed'
      """;

  /** A count for each opened line, and whom a day view has shown; nothing prunes them here. */
  private static final List<String> BESIDE =
      List.of(
          """
          insert into audit.reopening
          select organization_id, account_id, patient_id, 'GET /patients/{clinic}/{patient}', id, 2, at
            from audit.line where organization_id = '{clinic}' and act = 'opened'
          """,
          """
          insert into audit.drawn
          select distinct on (organization_id, patient_id) organization_id, md5('person 1')::uuid,
                 'day/' || organization_id || '/2026-11-25', patient_id, line_id, now()
            from audit.listed where organization_id = '{clinic}'
          """);

  private final DatabaseAddress address;
  private final long lines;

  AuditWorld(DatabaseAddress address, long lines) {
    this.address = address;
    this.lines = lines;
  }

  static UUID person(int number) {
    return hashed("person " + number);
  }

  static UUID patient(int number) {
    return hashed("patient " + number);
  }

  private static UUID hashed(String text) {
    try {
      var bytes =
          java.nio.ByteBuffer.wrap(
              java.security.MessageDigest.getInstance("MD5")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One clinic in one transaction: a build that was stopped goes on with the next. */
  void ensure() throws SQLException {
    try (var owner = Sql.owner(address)) {
      Sql.run(owner, "create schema if not exists bench");
      Sql.run(owner, "create table if not exists bench.audited (clinic int, lines bigint)");
      var made = Sql.texts(owner, "select clinic || ' ' || lines from bench.audited");
      for (int clinic = 1; clinic <= CLINICS; clinic++) {
        if (made.stream().noneMatch((clinic + " " + lines / CLINICS)::equals)) {
          make(owner, clinic);
        }
      }
      Sql.run(owner, "vacuum analyze audit.line, audit.listed, audit.seal");
    }
  }

  private void make(Connection owner, int clinic) throws SQLException {
    if (!Sql.texts(owner, "select 1 from bench.audited where clinic = %d", clinic).isEmpty()) {
      throw new IllegalStateException("The home holds another number of lines: remove it first");
    }
    long begin = System.nanoTime();
    var id = BenchWorld.clinic(clinic).id();
    owner.setAutoCommit(false);
    BenchClinic.organization(owner, clinic);
    var each = lines / CLINICS;
    Sql.run(owner, lines(clinic, 1, each));
    Sql.run(owner, LISTED.replace("'{clinic}'", "'" + id + "'"));
    for (var statement : BESIDE) {
      Sql.run(owner, statement.replace("'{clinic}'", "'" + id + "'"));
    }
    Sql.run(owner, "insert into bench.audited values (%d, %d)", clinic, each);
    owner.commit();
    owner.setAutoCommit(true);
    System.err.printf(
        "  clinic %d of %d: %,d lines, %d s%n",
        clinic, CLINICS, each, (System.nanoTime() - begin) / 1_000_000_000);
  }

  /** So many more of one clinic, younger than all others. */
  void moreLines(int clinic, int count) throws SQLException {
    try (var owner = Sql.owner(address)) {
      var now = Sql.texts(owner, "select (extract(epoch from now()) * 1000)::bigint").getFirst();
      long first = lines + Long.parseLong(now);
      Sql.run(owner, lines(clinic, first, first + count - 1));
    }
  }

  /** The last of them is of this moment. */
  private static String lines(int clinic, long first, long last) {
    return LINES
        .replace("'{clinic}'", "'" + BenchWorld.clinic(clinic).id() + "'")
        .replace("{first}", String.valueOf(first))
        .replace("{last}", String.valueOf(last))
        .replace("{all}", String.valueOf(last));
  }

  /** The first id of the afternoon of a day. */
  UUID noonOf(LocalDate day) {
    return new UUID(day.atTime(17, 0).toInstant(ZoneOffset.UTC).toEpochMilli() << 16, 0);
  }

  String size(String table) throws SQLException {
    try (var owner = Sql.owner(address)) {
      return Sql.texts(
              owner,
              """
              select format('audit.%1$s: %%s rows, %%s bytes each, %%s with its indexes', count, row_bytes,
                            case when count = 0 then 0 else total / count end)
                from (select count(*) as count, coalesce(avg(pg_column_size(t))::int, 0) as row_bytes
                        from audit.%1$s t) rows,
                     (select sum(pg_total_relation_size(c.oid))::bigint as total from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                       where n.nspname = 'audit' and c.relkind = 'r'
                         and (c.relname = '%1$s' or c.relname like '%1$s\\_%%')) sizes
              """,
              table)
          .getFirst();
    }
  }
}
