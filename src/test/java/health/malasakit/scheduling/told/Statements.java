package health.malasakit.scheduling.told;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the thread of the test asks the database; reactions ask beside it. */
final class Statements extends AppenderBase<ILoggingEvent> {

  private final Thread asker = Thread.currentThread();
  private int here;

  private Statements() {}

  /** How many statements some work takes. */
  static int of(Runnable work) {
    var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var counted = new Statements();
    counted.start();
    log.addAppender(counted);
    log.setAdditive(false);
    log.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      log.setLevel(null);
      log.setAdditive(true);
      log.detachAppender(counted);
    }
    return counted.here;
  }

  @Override
  protected void append(ILoggingEvent line) {
    if (Thread.currentThread().equals(asker)
        && line.getMessage().startsWith("Executing prepared SQL statement")) {
      here++;
    }
  }
}
