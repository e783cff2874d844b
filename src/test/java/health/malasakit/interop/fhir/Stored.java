package health.malasakit.interop.fhir;

import health.malasakit.access.Organization;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import left in the database of one clinic. */
final class Stored {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Stored(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Rows of the tables that an import writes. */
  int rows(Organization clinic) {
    return ask(
            clinic,
            """
            select ((select count(*) from patients.patient) + (select count(*) from directory.site)
              + (select count(*) from scheduling.visit) + (select count(*) from interop.import_file)
              + (select count(*) from interop.known_name) + (select count(*) from audit.line))::text
            """)
        .stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  int auditLines(Organization clinic, String what) {
    return ask(clinic, "select act from audit.line where act = '" + what + "'").size();
  }

  List<String> touched(Organization clinic) {
    return ask(clinic, "select kind from interop.import_touch order by kind");
  }

  /** Title, wall time, zone, practitioner and place of each visit. */
  List<String> visits(Organization clinic) {
    return ask(
        clinic,
        """
        select concat_ws(' | ', v.title, to_char(v.local_start, 'YYYY-MM-DD HH24:MI'), v.zone, p.family, s.name)
          from scheduling.visit v join directory.site s on s.organization_id = v.organization_id and s.id = v.site_id
          left join directory.practitioner p on p.organization_id = v.organization_id and p.id = v.practitioner_id
         order by v.starts_at
        """);
  }

  /** Answers of one text column. */
  List<String> ask(Organization clinic, String question) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            java.util.Objects.requireNonNull(
                transactions.execute(
                    status -> jdbc.sql(question).query((row, n) -> row.getString(1)).list())));
  }
}
