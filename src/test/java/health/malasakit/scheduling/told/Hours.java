package health.malasakit.scheduling.told;

import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.VisitId;
import java.util.Arrays;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the hour of a line come, for tests that cannot wait for it. */
public final class Hours {

  private static final String COME =
      """
      update messaging.entry set due_at = now() - interval '1 second'
       where organization_id = :organization and visit_id = :visit and step = any (:steps)
         and state in ('planned', 'held')
      """;

  private static final String PASS =
      """
      update messaging.entry set due_at = now() - interval '1 second', useless_at = now() - interval '1 second'
       where organization_id = :organization and visit_id = :visit and state in ('planned', 'held')
      """;

  private Hours() {}

  /** The visit has begun. */
  static void pass(ApplicationContext beans, Practice practice, VisitId visit) {
    var jdbc = beans.getBean(JdbcClient.class);
    practice.run(() ->
        beans
            .getBean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                jdbc.sql(PASS)
                    .param("organization", practice.organization().value())
                    .param("visit", visit.value())
                    .update()));
  }

  public static void come(
      ApplicationContext beans, Practice practice, VisitId visit, Step... steps) {
    var jdbc = beans.getBean(JdbcClient.class);
    practice.run(() ->
        beans
            .getBean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                jdbc.sql(COME)
                    .param("organization", practice.organization().value())
                    .param("visit", visit.value())
                    .param("steps", Arrays.stream(steps).map(Step::code).toArray(String[]::new))
                    .update()));
  }
}
