package health.malasakit.guards;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Statements and tables, as PostgreSQL itself understands them. */
@MalasakitTest
class SqlTest {

  private static final List<Statements.Statement> STATEMENTS = Statements.all();

  private final JdbcClient jdbc;
  private final DatabaseAddress address;

  SqlTest(JdbcClient jdbc, DatabaseAddress address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  @Test
  void every_statement_is_understood_by_postgresql() throws SQLException {
    assertThat(STATEMENTS).hasSizeGreaterThan(10);
    assertThat(misunderstood(STATEMENTS)).isEmpty();
  }

  @Test
  void every_statement_names_its_own_schema_only() {
    var schemas = new Catalog(jdbc).schemas();
    var wrong =
        STATEMENTS.stream()
            .filter(statement -> !statement.foreignSchemas(schemas).isEmpty())
            .map(statement -> statement.name() + " names " + statement.foreignSchemas(schemas));

    assertThat(wrong).isEmpty();
  }

  @Test
  void every_table_is_a_business_table_under_policies_or_is_listed_with_a_reason() {
    var catalog = new Catalog(jdbc);

    assertThat(catalog.findings(address.application().name())).isEmpty();
    assertThat(catalog.tables()).containsAll(TablesWithoutOrganization.REASONS.keySet());
  }

  @Test
  void only_the_listed_functions_look_across_organizations() {
    assertThat(new Catalog(jdbc).definers())
        .containsExactlyInAnyOrderElementsOf(TablesWithoutOrganization.DEFINERS.keySet());
  }

  @Test
  void a_misspelt_column_and_another_modules_table_are_found() throws SQLException {
    var misspelt = statement("select slugg from access.organization where organization_id = :id");
    var foreign = statement("select kernel.account() from audit.line x where x.id = :id");

    assertThat(misunderstood(List.of(misspelt))).hasSize(1);
    assertThat(misunderstood(List.of(foreign))).isEmpty();
    assertThat(foreign.foreignSchemas(Set.of("access", "audit", "kernel")))
        .containsExactly("audit");
  }

  @Test
  void a_table_without_policies_keys_or_comment_is_found() throws SQLException {
    try (var superuser = TestDatabase.superuser(address)) {
      superuser.setAutoCommit(false);
      var client = JdbcClient.create(new SingleConnectionDataSource(superuser, true));
      client
          .sql(
              """
              create table audit.wrong (id uuid primary key, organization_id uuid,
                patient_id uuid unique, foreign key (patient_id) references access.organization)
              """)
          .update();

      var found = new Catalog(client).findings(address.application().name());

      assertThat(found)
          .anySatisfy(one -> assertThat(one).contains("audit.wrong: row-level security"))
          .anySatisfy(one -> assertThat(one).contains("audit.wrong: its first column"))
          .anySatisfy(one -> assertThat(one).contains("audit.wrong.wrong_pkey: a key"))
          .anySatisfy(one -> assertThat(one).contains("audit.wrong.wrong_patient_id_key: a key"))
          .anySatisfy(one -> assertThat(one).contains("a foreign key that does not lead"))
          .anySatisfy(one -> assertThat(one).contains("audit.wrong: no comment"));
      superuser.rollback();
    }
  }

  private static Statements.Statement statement(String sql) {
    return Statements.statement(health.malasakit.access.Account.class, "TRIED", sql);
  }

  /** Asks PostgreSQL, as the application's role, what the parameters are: so it must parse all. */
  private List<String> misunderstood(List<Statements.Statement> statements) throws SQLException {
    List<String> found = new ArrayList<>();
    var role = address.application();
    try (var connection =
        java.sql.DriverManager.getConnection(address.url(), role.name(), role.password())) {
      for (var statement : statements) {
        try (var prepared = connection.prepareStatement(statement.sql())) {
          prepared.getParameterMetaData();
        } catch (SQLException e) {
          found.add(statement.name() + ": " + e.getMessage());
        }
      }
    }
    return found;
  }
}
