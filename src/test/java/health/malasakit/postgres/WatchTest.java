package health.malasakit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Watch.Patience QUICK =
      new Watch.Patience(Duration.ofMillis(5), 3, Duration.ofMillis(5), Duration.ofHours(1));

  private final AtomicBoolean alive = new AtomicBoolean(true);
  private final AtomicInteger starts = new AtomicInteger();
  private final List<DatabaseRefused> gaveUp = new CopyOnWriteArrayList<>();

  @Test
  void a_living_server_is_left_alone_and_a_dead_one_started() {
    var watch = watch(() -> alive.set(true));
    assertThat(watch.restarting()).isFalse();

    alive.set(false);

    await().until(() -> starts.get() == 1 && !watch.restarting());
    assertThat(alive).isTrue();
    watch.end(() -> {});
    assertThat(gaveUp).isEmpty();
  }

  @Test
  void after_three_tries_it_gives_up_and_says_the_last_reason() {
    alive.set(false);
    var watch =
        watch(() -> {
          throw new DatabaseRefused("no disk " + starts.get());
        });

    await().until(() -> !gaveUp.isEmpty());
    assertThat(gaveUp)
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("no disk 3");
    assertThat(starts).hasValue(3);
    assertThat(watch.restarting()).as("nobody waits for it any more").isTrue();
    watch.end(() -> {});
  }

  @Test
  void a_server_that_dies_again_and_again_is_given_up_too() {
    alive.set(false);
    var watch = watch(() -> {});

    await().until(() -> !gaveUp.isEmpty());
    assertThat(starts).hasValue(3);
    watch.end(() -> {});
  }

  @Test
  void its_end_does_not_wait_for_a_start_that_takes_long() {
    alive.set(false);
    var stopped = new CountDownLatch(1);
    var watch =
        watch(() -> {
          try {
            stopped.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new DatabaseRefused("was stopped");
        });
    await().until(() -> starts.get() == 1);

    watch.end(stopped::countDown);

    assertThat(gaveUp).isEmpty();
    assertThat(starts).hasValue(1);
  }

  private Watch watch(Runnable start) {
    return new Watch(
        QUICK,
        alive::get,
        () -> {
          starts.incrementAndGet();
          start.run();
        },
        gaveUp::add);
  }
}
