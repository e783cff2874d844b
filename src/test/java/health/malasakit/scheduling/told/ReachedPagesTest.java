package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Attestations;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whom a clinic would reach, who said no to the sender before, and what it says of its files. */
@MalasakitTest
class ReachedPagesTest {

  private static final String NEVER_ASKED = "The patient was never asked whether we may write";

  private final ApplicationContext beans;
  private final World world;
  private final int port;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;
  private Client luz;
  private String page;

  ReachedPagesTest(ApplicationContext beans, World world, @LocalServerPort int port) {
    this.beans = beans;
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
    luz = Client.on(port).as(clinic.cookie());
    page = "/clinics/" + clinic.slug() + "/reached";
  }

  @Test
  void before_it_is_switched_on_a_page_counts_whom_it_would_reach_and_why_not() {
    clinic.book(ana, clinic.inDays(5, 9));
    clinic.book(clinic.unasked("Ben", ToldPractice.number(), "en"), clinic.inDays(5, 10));

    clinic.book(clinic.byEmail("Cleo", "cleo@example.org"), clinic.inDays(5, 11));
    clinic.book(withoutNumber(), clinic.inDays(5, 13));

    var counted = luz.get(page).body();
    assertThat(counted).contains("Of the next 4 patients with a visit", NEVER_ASKED);
    assertThat(counted(counted))
        .containsSubsequence("told by text 1", "told by e-mail 1", "have to be called 1")
        .containsSubsequence("have to be called 1", "reached by none of these 1", "ask for one");
    luz.post(page + "/no-opt-outs", Map.of("noneBy", "Dr. Reyes"));
    assertThat(luz.post(page + "/attestation", Map.of("by", "")).status()).isEqualTo(422);
    luz.post(page + "/attestation", Map.of("by", "Dr. Reyes"));
    assertThat(luz.get(page).body()).contains("Said by Dr. Reyes on").doesNotContain(NEVER_ASKED);
    luz.post(page + "/attestation", Map.of("by", "", "no", "yes"));
    assertThat(luz.get(page).body()).contains(NEVER_ASKED);
  }

  @Test
  void nobody_speaks_for_the_files_before_the_sender_befores_list_was_spoken_of() {
    assertThat(luz.get(page).body()).contains("Step 1 comes first");
    var early = luz.post(page + "/attestation", Map.of("by", "Dr. Reyes"));
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body())
        .contains("First take over the numbers and addresses that wanted no messages");
    assertThat(attested()).isFalse();

    var unnamed = luz.post(page + "/no-opt-outs", Map.of("noneBy", " "));
    assertThat(unnamed.status()).isEqualTo(422);
    assertThat(unnamed.body()).contains("Who of the clinic says so?");
    luz.post(page + "/no-opt-outs", Map.of("noneBy", "Dr. Reyes"));
    assertThat(luz.get(page).body())
        .contains("Dr. Reyes said on", "that there is nobody")
        .doesNotContain("Step 1 comes first");
    assertThat(luz.post(page + "/attestation", Map.of("by", "Dr. Reyes")).status()).isEqualTo(302);
    assertThat(attested()).isTrue();
  }

  @Test
  void a_list_that_was_taken_over_is_the_first_step_too_and_wins() {
    var list = page + "/opt-outs";
    var half = luz.post(list, Map.of("numbers", number + "\nnobody"));
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.body())
        .contains(
            "Line 2 is neither a telephone number nor an e-mail address", "Step 1 comes first");

    assertThat(luz.post(list, Map.of("numbers", number + ", 2025")).status()).isEqualTo(302);
    assertThat(luz.get(page).body()).contains("One number or address taken over on");
    assertThat(luz.post(page + "/attestation", Map.of("by", "Dr. Reyes")).status()).isEqualTo(302);
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    assertThat(clinic.texts(number)).isEmpty();
    assertThat(luz.get("/reminders").body()).contains("Whoever has this number answered STOP");
  }

  @Test
  void a_list_of_twenty_thousand_is_taken_over_at_once_and_two_do_not_stop_each_other()
      throws Exception {
    var numbers =
        IntStream.range(0, 20_000)
            .mapToObj(nth -> "(212) %03d-%04d".formatted(300 + nth / 10_000, nth % 10_000))
            .toList();
    Callable<Client.Answer> forth = () -> taken(numbers);
    Callable<Client.Answer> back = () -> taken(numbers.reversed());
    try (var two = Executors.newFixedThreadPool(2)) {
      assertThat(two.invokeAll(List.of(forth, back)))
          .allSatisfy(one -> assertThat(one.get().status()).isEqualTo(302));
    }
    var closed =
        clinic.practice.ask(() ->
            clinic
                .bean(NumberStops.class)
                .closed(clinic.practice.organization(), numbers.stream().map(Phone::of).toList()));
    assertThat(closed).hasSize(20_000);
    assertThat(lines(numbers.getFirst())).as("one list is enough").isEqualTo(1);
  }

  private Client.Answer taken(List<String> numbers) {
    var own = Client.on(port).as(clinic.cookie());
    return own.post(page + "/opt-outs", Map.of("numbers", String.join("\n", numbers)));
  }

  private int lines(String of) {
    return clinic.practice.ask(() ->
        clinic
            .bean(NumberStops.class)
            .lines(clinic.practice.organization(), List.of(Phone.of(of)))
            .size());
  }

  @Test
  void another_clinics_people_say_nothing_for_it() {
    var stranger =
        Client.on(port).as(world.cookieOf(world.person(Role.SUPERVISOR, world.clinic("Other"))));
    assertThat(stranger.post(page + "/no-opt-outs", Map.of("noneBy", "Dr. Reyes")).status())
        .isEqualTo(404);
    var said =
        clinic.practice.ask(
            () -> clinic.bean(PriorOptOuts.class).of(clinic.practice.organization()));
    assertThat(said).isEmpty();
  }

  private PatientId withoutNumber() {
    var dan = NewPatient.saidByCaller(PersonFacts.named(PatientName.official("Dan", "Cruz")));
    return clinic.practice.ask(
        () -> clinic.bean(Patients.class).register(clinic.practice.organization(), dan));
  }

  private static String counted(String body) {
    return body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private boolean attested() {
    return clinic.practice.ask(
        () -> clinic.bean(Attestations.class).of(clinic.practice.organization()).isPresent());
  }
}
