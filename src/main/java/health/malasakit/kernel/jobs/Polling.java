package health.malasakit.kernel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Begins when everything else has, and has ended before pools are closed. */
final class Polling implements SmartLifecycle {

  private final Scheduler scheduler;
  private volatile boolean running;

  Polling(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
