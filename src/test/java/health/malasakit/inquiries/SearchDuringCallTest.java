package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A search and a registration do not answer "match" while a caller is on the line. */
@MalasakitTest
class SearchDuringCallTest {

  private static final Pattern CONTACT = Pattern.compile("name=\"contact\" value=\"([^\"]*)\"");

  private static final Map<String, String> LIKE_HER =
      Map.of(
          "given",
          "Maria",
          "family",
          "dela Cruz",
          "birthDate",
          "12 Mar 1985",
          "mobile",
          "(617) 555-0100");

  private static final Map<String, String> LIKE_NOBODY =
      Map.of(
          "given",
          "Nena",
          "family",
          "Ramos",
          "birthDate",
          "7 Jul 1970",
          "mobile",
          "(617) 555-0188");

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  SearchDuringCallTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maria de la cruz 3/12/1985",
        "de la cruz",
        "maria de la cruz 3/13/1985",
        "(617) 555-0100",
        "MRN-77"
      })
  void a_search_answers_the_same_whether_somebody_fits_or_nobody(String words) {
    var fits = found(words);

    assertThat(part(fits))
        .contains("A caller is on the line")
        .doesNotContain(line.ana().toString())
        .doesNotContain("Nobody", "fits", "Restricted");
    assertThat(part(fits)).isEqualTo(part(found("xenia zzyzx 3/12/1901")));
    assertThat(line.as(this::toCompare)).isEmpty();
  }

  @Test
  void whom_the_caller_is_proven_for_is_found_and_nobody_beside_her() {
    line.patient("Marta", "de la Cruz", LocalDate.of(1985, 3, 12), CallerOnTheLine.HER_NUMBER);
    line.proven();

    assertThat(found("de la cruz"))
        .contains("María de la Cruz", line.page())
        .doesNotContain("Marta");
  }

  @Test
  void who_needs_somebody_else_says_why_before_she_learns_whether_anybody_fits() {
    var place = line.client().post("/search", Map.of("q", "de la cruz 1985")).location();
    var search = place.substring(place.lastIndexOf('/') + 1);
    var asked = Map.of("search", search, "reason", "The nurse asked me aside.");

    assertThat(line.client().get(place).body()).contains(line.call() + "/asides/found");
    assertThat(
            line.client()
                .post(line.call() + "/asides/found", Map.of("search", search, "reason", " "))
                .status())
        .isEqualTo(422);
    assertThat(line.client().get(place).body()).doesNotContain("María");
    assertThat(line.client().post(line.call() + "/asides/found", asked).location())
        .isEqualTo(place);

    assertThat(line.client().get(place).body()).contains("María de la Cruz", line.page());
    line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    assertThat(line.client().get(place).body()).doesNotContain("María de la Cruz", line.page());
  }

  @Test
  void the_form_of_a_new_patient_answers_the_same_whether_she_is_on_file_or_not() {
    var like = alikes(LIKE_HER);

    assertThat(like)
        .contains("A caller is on the line")
        .doesNotContain(line.ana().toString())
        .doesNotContain("Same", "Restricted");
    assertThat(like.lines().filter(one -> one.contains("class=\"alike")))
        .isEqualTo(
            alikes(LIKE_NOBODY).lines().filter(one -> one.contains("class=\"alike")).toList());
  }

  @Test
  void who_looks_alike_is_asked_when_the_call_is_written_up() {
    var hers = registered(begun(LIKE_HER));
    assertThat(line.client().get(hers + "/look-alikes").body())
        .contains("Nobody of this clinic looks like her");
    assertThat(line.as(this::toCompare)).isEmpty();

    writtenUp(line.call());

    assertThat(line.as(this::toCompare))
        .singleElement()
        .satisfies(one -> {
          assertThat(hers).endsWith(one.patient().orElseThrow().toString());
          assertThat(one.owner()).isEqualTo(line.luz().account());
        });
    assertThat(line.client().get(hers).body()).contains("/look-alikes");
    assertThat(line.client().get(hers + "/look-alikes").body())
        .contains("María de la Cruz", line.page())
        .doesNotContain(hers + "\" class");
  }

  @Test
  void it_is_asked_with_the_call_of_her_form_and_not_with_the_one_spoken_on_by_then() {
    var form = begun(LIKE_HER);
    var second = line.ring(CallerOnTheLine.ANOTHER_NUMBER);
    registered(form);

    writtenUp(second);
    assertThat(line.as(this::toCompare)).isEmpty();
    writtenUp(line.call());

    assertThat(line.as(this::toCompare)).hasSize(1);
  }

  @Test
  void of_whom_nobody_looks_alike_nobody_is_asked() {
    registered(begun(LIKE_NOBODY));

    writtenUp(line.call());

    assertThat(line.as(this::toCompare)).isEmpty();
  }

  private List<Promise> toCompare() {
    return beans.getBean(Promises.class).mine();
  }

  private void writtenUp(String call) {
    line.over(call);
    var words = Map.of("reason", "book", "outcome", "done", "note", "");
    assertThat(line.client().post(call + "/wrap-up", words).status()).isEqualTo(302);
  }

  /** The form as it is shown now, filled in. */
  private Map<String, String> begun(Map<String, String> typed) {
    var form = new HashMap<>(typed);
    form.put("clinic", line.clinic().slug());
    var page = line.client().get("/patients/new?clinic=" + line.clinic().slug()).body();
    form.put("contact", CONTACT.matcher(page).results().findFirst().orElseThrow().group(1));
    return form;
  }

  /** Address of the new patient. */
  private String registered(Map<String, String> form) {
    var place = line.client().post("/patients/new", form).location();
    assertThat(place).startsWith("/patients/");
    return place;
  }

  private String alikes(Map<String, String> typed) {
    var form = new HashMap<>(typed);
    form.put("clinic", line.clinic().slug());
    return line.client().post("/patients/new/look-alikes", form).body();
  }

  private String found(String words) {
    return line.client().get(line.client().post("/search", Map.of("q", words)).location()).body();
  }

  /** What it says of whom it found, without the number of the search. */
  private static String part(String body) {
    var from = body.substring(body.indexOf("id=\"found\""));
    return from.substring(0, from.indexOf("</section>"))
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
        .replaceAll("value=\"[^\"]*\"", "");
  }
}
