package health.malasakit.kernel.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that timed work cannot be looked up, and once that it goes on. The scheduler itself
 * would say it with a stack trace each second (its logger is off in application.yaml).
 */
final class Standstill extends AbstractSchedulerListener {

  private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

  private final AtomicBoolean still = new AtomicBoolean();

  @Override
  public void onSchedulerEvent(SchedulerEventType event) {
    if (event == SchedulerEventType.UNEXPECTED_ERROR && !still.getAndSet(true)) {
      LOG.error("Timed work stands still: what is due cannot be read from the database.");
    } else if (event == SchedulerEventType.RAN_EXECUTE_DUE && still.getAndSet(false)) {
      LOG.warn("Timed work goes on.");
    }
  }
}
