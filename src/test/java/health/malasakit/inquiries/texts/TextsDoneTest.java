package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A text that was done: taken back at once, or opened again from what was done today. */
@MalasakitTest
class TextsDoneTest {

  private static final String REOPENING = "/reopening";

  private final ApplicationContext beans;
  private final int port;
  private TextedClinic clinic;
  private String page;

  TextsDoneTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aTextThatIsDone() {
    clinic = new TextedClinic(beans, port);
    clinic.patient("Ana", "Reyes", "en");
    clinic.texts("Can I bring my son?");
    page = clinic.page();
    clinic.luz().post(page + "/closing", Map.of("seen", "2", "note", "Told her yes."));
  }

  @Test
  void done_offers_undo_which_brings_it_back_as_nobodys_as_it_was() {
    clinic.texts("And my mother?");
    var another = clinic.page();
    var luz = clinic.luz();
    var done = luz.post(another + "/closing", Map.of("seen", "2", "note", "Yes."));

    var list = luz.get(done.location()).body();
    var undo = another + REOPENING + "?seen=3";
    assertThat(list).contains("The text is done.", "action=\"" + undo + "\"");
    assertThat(clinic.luz().post(undo, Map.of("back", "/texts")).location()).isEqualTo(another);

    assertThat(clinic.luz().get(another).body())
        .contains("took that back", "nobody has it yet", "I take it");
    assertThat(audited(another)).contains("undone");
  }

  @Test
  void what_was_done_today_stands_below_with_who_and_can_be_opened_again() {
    assertThat(clinic.luz().get("/texts").body())
        .contains("Nothing to read", "Done today", "Can I bring my son?", "Done by Luz Ramos");
    var other = clinic.client(clinic.colleague());

    assertThat(other.post(page + REOPENING, Map.of("seen", "3")).location()).isEqualTo(page);

    assertThat(other.get("/texts").body()).contains("Yours").doesNotContain("Done today");
    assertThat(clinic.luz().get(page).body())
        .as("what was done stays in its history")
        .contains("opened it again", "Told her yes.");
    assertThat(audited(page)).contains("reopened");
  }

  @Test
  void who_did_it_longer_ago_opens_it_again_and_has_it() {
    clinic.in(jdbc ->
        jdbc.sql("update inquiries.text_in set done_at = done_at - interval '16 seconds'")
            .update());

    clinic.luz().post(page + REOPENING, Map.of("seen", "3"));

    assertThat(clinic.luz().get(page).body()).contains("opened it again", "Luz Ramos has it");
  }

  @Test
  void of_two_at_once_the_slower_is_told_who_was_faster() {
    var other = clinic.client(clinic.colleague());
    other.post(page + REOPENING, Map.of("seen", "3"));

    var late = clinic.luz().post(page + REOPENING, Map.of("seen", "3"));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("was faster");
    assertThat(clinic.luz().post(page + REOPENING, Map.of("seen", "4")).body())
        .contains("This text is open already.");
  }

  @Test
  void one_that_was_answered_and_opened_again_is_answered_again() {
    clinic.texts("And my mother?");
    var another = clinic.page();
    clinic.luz().post(another + "/answer", Map.of("seen", "2", "words", "Yes."));
    clinic.luz().post(another + REOPENING, Map.of("seen", "3"));

    clinic.luz().post(another + "/answer", Map.of("seen", "4", "words", "Both may come."));

    assertThat(clinic.answers())
        .containsExactly("Harbor Offices: Yes.", "Harbor Offices: Both may come.");
  }

  @Test
  void what_rules_settled_and_what_was_done_yesterday_is_not_in_the_list() {
    clinic.in(jdbc ->
        jdbc.sql("update inquiries.text_in set done_at = done_at - interval '25 hours'").update());
    clinic.texts("HELP");

    assertThat(clinic.luz().get("/texts").body()).doesNotContain("Done today");
    assertThat(clinic.luz().post(clinic.page() + REOPENING, Map.of("seen", "2")).status())
        .isEqualTo(409);
    assertThat(clinic.luz().get(page).body()).contains("Open it again");
  }

  @Test
  void whose_record_is_hidden_stays_closed_there_too() {
    clinic.hide(clinic.ids("select patient_id from inquiries.text_about").getFirst());

    assertThat(clinic.luz().get("/texts").body())
        .contains("Done today", "Closed to you")
        .doesNotContain("Can I bring my son?")
        .doesNotContain("Open it again");
    assertThat(clinic.luz().post(page + REOPENING, Map.of("seen", "3")).status()).isEqualTo(403);
  }

  private List<String> audited(String text) {
    return clinic.in(jdbc ->
        jdbc.sql("select act from audit.line where subject = 'text' and subject_id = :id")
            .param("id", UUID.fromString(text.substring(text.lastIndexOf('/') + 1)))
            .query(String.class)
            .list());
  }
}
