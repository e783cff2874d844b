package health.malasakit.inquiries.texts;

import health.malasakit.kernel.Recurring;
import org.springframework.context.ApplicationContext;

/** Answers that wait to be tried again, and time that passes for them. */
final class Pauses {

  private final ApplicationContext beans;
  private final TextedClinic clinic;

  Pauses(ApplicationContext beans, TextedClinic clinic) {
    this.beans = beans;
    this.clinic = clinic;
  }

  /** The pause of each is over. */
  void over() {
    clinic.in(jdbc ->
        jdbc.sql("delete from messaging.outgoing_again returning *").query().listOfRows().stream()
            .mapToInt(row ->
                jdbc.sql(
                        """
                        insert into messaging.outgoing_again (organization_id, outgoing_id, body, reach, tried, due_at)
                        values (:organization_id, :outgoing_id, :body, :reach, :tried, now())
                        """)
                    .params(row)
                    .update())
            .sum());
    job("messaging.texts-again");
  }

  /** So long ago it was to go first. */
  void begunAgo(String interval) {
    clinic.in(jdbc ->
        jdbc.sql("update messaging.outgoing set begun_at = begun_at - cast(:interval as interval)")
            .param("interval", interval)
            .update());
  }

  void job(String name) {
    beans.getBeansOfType(Recurring.class).values().stream()
        .filter(one -> one.name().equals(name))
        .forEach(one -> one.work().run());
  }
}
