package health.malasakit.scheduling.told;

import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.VisitId;
import java.time.Duration;
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

  private static final String LATER =
      """
      update messaging.entry set due_at = now() + :seconds * interval '1 second'
       where organization_id = :organization and visit_id = :visit and step = :step and state = 'planned'
      """;

  private static final String PASS =
      """
      update messaging.entry set due_at = now() - interval '1 second', useless_at = now() - interval '1 second'
       where organization_id = :organization and visit_id = :visit and state in ('planned', 'held')
      """;

  private static final String WANTED =
      """
      update messaging.entry set wanted_at = now() - :seconds * interval '1 second'
       where organization_id = :organization and visit_id = :visit and step = :step
      """;

  private static final String DUE_SINCE =
      """
      update messaging.entry
         set due_at = now() - :seconds * interval '1 second', wanted_at = now() - :seconds * interval '1 second'
       where organization_id = :organization and visit_id = :visit and step = :step and state in ('planned', 'held')
      """;

  private Hours() {}

  /** The hour of a line came that long ago. */
  public static void dueSince(ToldPractice clinic, VisitId visit, Step step, Duration ago) {
    line(clinic, visit, step, DUE_SINCE, ago);
  }

  /** A line was to be told that long ago. */
  public static void wanted(ToldPractice clinic, VisitId visit, Step step, Duration ago) {
    line(clinic, visit, step, WANTED, ago);
  }

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

  /** The hour of a line comes after that time. */
  public static void comeIn(ToldPractice clinic, VisitId visit, Step step, Duration wait) {
    line(clinic, visit, step, LATER, wait);
  }

  private static void line(
      ToldPractice clinic, VisitId visit, Step step, String sql, Duration time) {
    var practice = clinic.practice();
    practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                clinic
                    .bean(JdbcClient.class)
                    .sql(sql)
                    .param("organization", practice.organization().value())
                    .param("visit", visit.value())
                    .param("step", step.code())
                    .param("seconds", time.toSeconds())
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
