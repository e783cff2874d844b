package health.malasakit.audit;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lines of half years that no part was made for, before the first and after the last. A half year
 * that is to be archived gets a part of its own first, and goes to files like any other.
 */
final class RestOfLines {

  /** The moment of an id of version 7 is its first 48 bits, in milliseconds since 1970, UTC. */
  private static final String HALF_YEARS =
      """
      select distinct to_char(moment, 'YYYY') || case when extract(month from moment) < 7 then '_01' else '_07' end
        from (select to_timestamp(('x' || substr(id::text, 1, 8) || substr(id::text, 10, 4))::bit(48)::bigint
                                  / 1000.0) at time zone 'UTC' as moment
                from audit.line_rest) line
       order by 1
      """;

  private final JdbcClient owner;

  RestOfLines(JdbcClient owner) {
    this.owner = owner;
  }

  /** Those of which a part would end on this day or earlier, oldest first. */
  List<Parts.Part> endedBy(LocalDate last) {
    return owner.sql(HALF_YEARS).query((row, n) -> new Parts.Part(row.getString(1))).list().stream()
        .filter(part -> !part.end().isAfter(last))
        .toList();
  }

  /**
   * Makes the part, in the running transaction; gives how many lines it has. While its lines are
   * moved and indexed only writing into the rest waits, and new lines have parts of their own;
   * every line is locked only for the swap, so that no reader looks between the rest and the part.
   */
  int becomes(Parts.Part part) {
    var table = "audit.line_" + part.name();
    owner.sql("set local lock_timeout = '3s'").update();
    owner.sql("lock table audit.line_rest in share mode").update();
    // With its indexes, and a check that spares the swap a look at each line.
    owner
        .sql(
            """
            create table %s (like audit.line including defaults including constraints including indexes,
              constraint of_the_part check (id >= '%s' and id < '%s'))
            """
                .formatted(table, part.first(), part.firstAfter()))
        .update();
    int lines =
        owner
            .sql(
                """
                with moved as (delete from audit.line_rest where id >= '%s' and id < '%s' returning *)
                insert into %s select * from moved
                """
                    .formatted(part.first(), part.firstAfter(), table))
            .update();
    owner.sql("lock table audit.line in access exclusive mode").update();
    owner
        .sql(
            "alter table audit.line attach partition %s for values from ('%s') to ('%s')"
                .formatted(table, part.first(), part.firstAfter()))
        .update();
    return lines;
  }
}
