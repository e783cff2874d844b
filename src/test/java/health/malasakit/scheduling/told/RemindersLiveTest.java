package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.LiveStream;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.messaging.MessageNews;
import health.malasakit.messaging.ledger.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages about messages change by themselves, and a long run does not flood them. */
@MalasakitTest
class RemindersLiveTest {

  private static final int MANY = 400;

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private ToldPractice clinic;
  private Client luz;
  private String topic;

  RemindersLiveTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    luz = Client.on(port).as(clinic.cookie());
    topic = MessageNews.topic(clinic.practice.organization());
  }

  @Test
  void both_pages_listen_and_hear_of_each_state_of_a_line() {
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    assertThat(luz.get("/reminders").body()).contains("data-live=\"" + topic);
    assertThat(luz.get("/patients/" + clinic.slug() + "/" + ana + "/reminders").body())
        .contains("data-live=\"" + topic);

    List<Long> heard = new CopyOnWriteArrayList<>();
    try (var stream = listening(luz, heard)) {
      var visit = clinic.book(ana, clinic.inDays(5, 9));
      clinic.planned(visit.id(), Step.BOOKED, 1);
      await().until(() -> !heard.isEmpty());

      clinic.due(visit.id(), Step.BOOKED);
      long before = System.nanoTime();
      clinic.send();
      await().until(() -> heard.stream().anyMatch(at -> at > before));
      assertThat(stream.ended()).isFalse();
    }
  }

  @Test
  void what_happens_a_hundred_times_a_second_is_told_once_a_second_and_the_last_is_told() {
    List<Long> heard = new CopyOnWriteArrayList<>();
    try (var stream = listening(luz, heard)) {
      long begin = System.nanoTime();
      for (int n = 0; n < MANY; n++) {
        changed();
      }
      long last = System.nanoTime();
      changed();
      await().until(() -> heard.stream().anyMatch(at -> at > last));
      var seconds = Duration.ofNanos(heard.getLast() - begin).toSeconds();
      assertThat(heard.size()).isLessThanOrEqualTo((int) seconds + 2);
      assertThat(stream.ended()).isFalse();
    }
  }

  @Test
  void another_clinics_people_hear_nothing_of_it() {
    var other = world.clinic("Other");
    var stranger = Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, other)));
    List<Long> theirs = new CopyOnWriteArrayList<>();
    List<Long> hers = new CopyOnWriteArrayList<>();
    try (var away = listening(stranger, theirs);
        var here = listening(luz, hers)) {
      changed();
      await().until(() -> !hers.isEmpty());
      assertThat(theirs).isEmpty();
      assertThat(away.ended() || here.ended()).isFalse();
    }
  }

  private LiveStream listening(Client client, List<Long> heard) {
    var stream =
        LiveStream.of(
            client,
            line -> {
              if (line.startsWith("data:") && line.contains(topic)) {
                heard.add(System.nanoTime());
              }
            });
    await().until(stream::begun);
    return stream;
  }

  /** A line came to stand otherwise. */
  private void changed() {
    clinic.practice.run(() ->
        beans
            .getBean(TransactionTemplate.class)
            .executeWithoutResult(
                status -> clinic.bean(MessageNews.class).changed(clinic.practice.organization())));
  }
}
