package health.malasakit.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.malasakit.kernel.Recurring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs what modules give as {@link Recurring} or as a {@link Task}; a terminal command does not.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "malasakit.jobs.enabled", matchIfMissing = true)
class Jobs {

  private static final String TABLE = "kernel.scheduled_tasks";
  private static final int THREADS = 4;
  private static final Duration SHUTDOWN_WAIT_MAX = Duration.ofSeconds(10);

  /** A node that missed this many heartbeats is dead; another takes its work. */
  private static final int HEARTBEATS_MISSED_MAX = 4;

  private final Duration heartbeat;

  Jobs(@Value("${malasakit.jobs.heartbeat:10s}") Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource pool,
      ObjectProvider<Recurring> recurring,
      ObjectProvider<Task<?>> others,
      @Value("${malasakit.jobs.poll:1s}") Duration poll) {
    List<RecurringTask<Void>> repeated = recurring.stream().map(Jobs::task).toList();
    List<Task<?>> known = new ArrayList<>(others.stream().toList());
    return Scheduler.create(pool, known)
        .startTasks(repeated)
        .tableName(TABLE)
        .serializer(new JsonData())
        .threads(THREADS)
        .pollUsingLockAndFetch(0.5, 2.0)
        .pollingInterval(poll)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(HEARTBEATS_MISSED_MAX)
        .shutdownMaxWait(SHUTDOWN_WAIT_MAX)
        .addSchedulerListener(new Standstill())
        .failureLogging(LogLevel.ERROR, true)
        .build();
  }

  private static RecurringTask<Void> task(Recurring recurring) {
    return Tasks.recurring(recurring.name(), FixedDelay.of(recurring.every()))
        .execute((instance, context) -> recurring.work().run());
  }

  @Bean
  Polling polling(Scheduler scheduler) {
    return new Polling(scheduler);
  }
}
