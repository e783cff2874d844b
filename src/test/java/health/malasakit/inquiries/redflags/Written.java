package health.malasakit.inquiries.redflags;

import health.malasakit.access.Organization;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the database of a clinic. */
record Written(ApplicationContext beans) {

  /** What the audit says was done with things of this kind, in order. */
  List<String> acts(Organization clinic, String subject) {
    return ask(
        clinic,
        jdbc ->
            jdbc.sql("select act from audit.line where subject = :subject order by id")
                .param("subject", subject)
                .query(String.class)
                .list());
  }

  <T> T ask(Organization clinic, Function<JdbcClient, T> question) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            Objects.requireNonNull(
                transactions.execute(status -> question.apply(beans.getBean(JdbcClient.class)))));
  }
}
