package health.malasakit.desk.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.messaging.ledger.Step;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clinic reads its own words as a patient would before any patient does. */
@MalasakitTest
class TemplatePreviewTest {

  private static final String TYPED = "What you typed reads so";
  private static final String WORDS = "See you soon, {clinic}: {when}, {where}.";

  private final World world;
  private final int port;
  private Organization clinic;
  private Client administrator;
  private String page;

  TemplatePreviewTest(World world, @LocalServerPort int port) {
    this.world = world;
    this.port = port;
  }

  @BeforeEach
  void aClinic() {
    clinic = world.clinic("Harbor Family Clinic");
    administrator = client(Role.ADMINISTRATOR);
    page = "/clinics/" + clinic.slug() + "/words";
  }

  @ParameterizedTest
  @CsvSource({"en, at 12 Main St", "es, en 12 Main St", "tl, sa 12 Main St"})
  void what_is_typed_is_read_before_it_is_saved(String language, String where) {
    assertThat(administrator.get(page + "?language=" + language).body())
        .contains("formaction=\"" + page + "/preview\"")
        .doesNotContain(TYPED);

    var preview = preview(language, Step.DAY, WORDS);

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body())
        .contains(">" + WORDS + "</textarea>", TYPED, "See you soon, Lakeside: ")
        .contains(where)
        .containsOnlyOnce(TYPED);
    assertThat(administrator.get(page + "?language=" + language).body())
        .doesNotContain("See you soon", "versions", "One earlier version");
  }

  @Test
  void nothing_typed_reads_as_our_words_would() {
    save(WORDS);

    assertThat(preview("en", Step.DAY, " ").body())
        .contains(TYPED, "Lakeside: a reminder of your appointment");
    assertThat(administrator.get(page).body()).contains("See you soon, Lakeside: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{clinic}: {when}. Bring your methadone. | The word \"methadone\" tells",
        "{clinic}: see you. | two places in braces",
        "{clinic}: {when}. {doctor} | Nothing fills {doctor}.",
        "{clinic}: {when}. {prepare} | Nothing fills {prepare}.",
        "{clinic}: {when}. See you. | This step tells where the visit is"
      })
  void what_could_not_be_saved_is_refused_in_the_same_words_and_stays(String words, String why) {
    var preview = preview("en", Step.DAY, words);
    var saved = save(words);

    assertThat(preview.status()).isEqualTo(422);
    assertThat(saved.status()).isEqualTo(422);
    assertThat(plain(preview)).contains(why, words);
    assertThat(plain(saved)).contains(why, words);
  }

  @Test
  void what_to_prepare_is_said_in_the_step_that_is_there_for_it() {
    var without = preview("en", Step.WEEK, "{clinic}: {when}. See you.");

    assertThat(without.status()).isEqualTo(422);
    assertThat(plain(without)).contains("This step tells what to prepare");
    assertThat(preview("en", Step.WEEK, "{clinic}: {when}. {prepare}").status()).isEqualTo(200);
  }

  @Test
  void beside_what_was_refused_stands_how_it_reads_where_it_can_be_read() {
    save(WORDS);

    assertThat(save("{clinic}: {when}. Bring your methadone.").body())
        .contains(TYPED, "Lakeside: ", ". Bring your methadone.</p>")
        .doesNotContain("See you soon, Lakeside");
    assertThat(save("Dear {patient}, {clinic}: {when}").body())
        .contains("See you soon, Lakeside: ")
        .doesNotContain(TYPED);
  }

  @Test
  void who_may_not_change_the_words_previews_none() {
    var fields = Map.of("language", "en", "step", "day", "words", WORDS);

    assertThat(client(Role.SCHEDULER).post(page + "/preview", fields).status()).isEqualTo(403);
    assertThat(
            client(Role.ADMINISTRATOR, world.clinic("Other"))
                .post(page + "/preview", fields)
                .status())
        .isEqualTo(404);
  }

  private Client.Answer preview(String language, Step step, String words) {
    return administrator.post(
        page + "/preview", Map.of("language", language, "step", step.code(), "words", words));
  }

  private Client.Answer save(String words) {
    return administrator.post(page, Map.of("language", "en", "step", "day", "words", words));
  }

  private static String plain(Client.Answer answer) {
    return answer.body().replace("&#34;", "\"").replace("&quot;", "\"");
  }

  private Client client(Role role) {
    return client(role, clinic);
  }

  private Client client(Role role, Organization where) {
    return Client.on(port).as(world.cookieOf(world.person(role, where)));
  }
}
