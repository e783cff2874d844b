package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MalasakitTest
class SetUpPagesTest {

  private static final Map<String, String> MAIN =
      Map.of("name", "Main", "city", "Albany", "state", "NY", "zip", "12207", "book", "ours");

  private final World world;
  private final Sites sites;
  private final Practitioners practitioners;
  private final int port;

  SetUpPagesTest(World world, Sites sites, Practitioners practitioners, @LocalServerPort int port) {
    this.world = world;
    this.sites = sites;
    this.practitioners = practitioners;
    this.port = port;
  }

  @Test
  void a_new_clinic_says_what_it_lacks_and_each_lack_leads_to_its_field() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var page = administrator(clinic).get("/clinics/" + clinic.slug());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("No clinician can be reached now")
        .contains("/clinics/" + clinic.slug() + "/profile#greeting")
        .contains("/clinics/" + clinic.slug() + "/numbers#number");
  }

  @Test
  void the_age_for_confidential_visits_is_missing_until_the_clinic_has_said_it() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var path = "/clinics/" + clinic.slug();
    var me = administrator(clinic);
    var missing = "From which age a minor may keep a visit confidential is not said";
    assertThat(me.get(path).body()).contains(missing, "href=\"" + path + "/minors#age\"");

    var said = Map.of("age", "14", "covers", "Counselling", "saidBy", "Dr. Ana Reyes");
    assertThat(client(Role.SUPERVISOR, clinic).post(path + "/minors", said).status())
        .isEqualTo(303);

    assertThat(me.get(path).body()).doesNotContain(missing);
  }

  @Test
  void a_scheduler_sees_a_clinic_but_changes_nothing() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var scheduler = client(Role.SCHEDULER, clinic);

    assertThat(scheduler.get("/clinics/" + clinic.slug()).status()).isEqualTo(200);
    assertThat(scheduler.get("/clinics/" + clinic.slug() + "/profile").status()).isEqualTo(403);
    assertThat(scheduler.post("/clinics/" + clinic.slug() + "/sites", MAIN).status())
        .isEqualTo(403);
  }

  @Test
  void another_clinic_is_not_found_by_slug_or_by_a_forged_id() {
    var mine = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    SiteId theirs = as(other, () -> sites.add(other.id(), details()));
    var me = administrator(mine);

    assertThat(me.get("/clinics/" + other.slug()).status()).isEqualTo(404);
    assertThat(me.get("/clinics/" + mine.slug() + "/sites/" + theirs).status()).isEqualTo(404);
    var room = Map.of("name", "R", "kind", "room", "type", "room", "site", theirs.toString());
    assertThat(me.post("/clinics/" + mine.slug() + "/resources", room).status()).isEqualTo(404);
  }

  @Test
  void a_site_of_my_other_clinic_is_not_found_under_this_ones_address() {
    var one = world.clinic("Lakeside Family Medicine");
    var two = world.clinic("Harbor Pediatrics");
    SiteId site = as(two, () -> sites.add(two.id(), details()));
    var me = client(Role.ADMINISTRATOR, one, two);

    assertThat(me.get("/clinics/" + two.slug() + "/sites/" + site).status()).isEqualTo(200);
    assertThat(me.get("/clinics/" + one.slug() + "/sites/" + site).status()).isEqualTo(404);
  }

  @Test
  void errors_stand_beside_their_fields_and_nothing_typed_is_cleared() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var answer =
        administrator(clinic)
            .post(
                "/clinics/" + clinic.slug() + "/practitioners",
                Map.of("given", "Ana", "family", "Reyes", "npi", "1234567890", "states", "ZZ"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"npi-error\"")
        .contains("id=\"states-error\"")
        .contains("value=\"1234567890\"")
        .contains("value=\"Reyes\"");
    assertThat(as(clinic, () -> practitioners.of(clinic.id()))).isEmpty();
  }

  @Test
  void the_zip_proposes_a_zone_and_the_page_asks_a_person_to_confirm_it() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var me = administrator(clinic);
    var added = me.post("/clinics/" + clinic.slug() + "/sites", MAIN);
    assertThat(added.status()).isEqualTo(303);
    String path = added.location().replace("#zone", "");
    assertThat(me.get(path).body()).contains("Proposed from ZIP 12207: New York");

    var confirmed = me.post(path + "/zone", Map.of("zone", "America/New_York", "version", "1"));

    assertThat(confirmed.status()).isEqualTo(303);
    assertThat(as(clinic, () -> sites.of(clinic.id()))).allMatch(Site::bookable);
  }

  @Test
  void the_second_editor_sees_the_difference_and_then_decides() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var me = administrator(clinic);
    String profile = "/clinics/" + clinic.slug() + "/profile";
    var first = Map.of("greeting", "Good morning", "neutralName", "LFM", "version", "0");
    var second = Map.of("greeting", "Hello", "neutralName", "LFM", "version", "0");
    assertThat(me.post(profile, first).status()).isEqualTo(303);

    var stale = me.post(profile, second);

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body())
        .contains("Somebody changed this while you had it open")
        .contains("<td>Good morning</td><td>Hello</td>")
        .doesNotContain("<td>LFM</td>")
        .contains("name=\"version\" value=\"2\"");
    var knowingly = Map.of("greeting", "Hello", "neutralName", "LFM", "version", "2");
    assertThat(me.post(profile, knowingly).status()).isEqualTo(303);
  }

  @Test
  void a_neutral_name_that_tells_the_kind_of_care_is_refused_on_its_field() {
    var clinic = world.clinic("Bay Oncology");
    var me = administrator(clinic);
    String profile = "/clinics/" + clinic.slug() + "/profile";

    var telling =
        me.post(profile, Map.of("greeting", "Hi", "neutralName", "Bay Oncology", "version", "0"));

    assertThat(telling.status()).isEqualTo(422);
    assertThat(telling.body())
        .contains("id=\"neutralName-error\"", "The word", "oncology", "tells of a kind of care")
        .contains("value=\"Bay Oncology\"");
    var neutral =
        me.post(profile, Map.of("greeting", "Hi", "neutralName", "Bay Offices", "version", "0"));
    assertThat(neutral.status()).isEqualTo(303);
  }

  @Test
  void the_same_form_sent_twice_makes_one_site() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var me = administrator(clinic);
    var form = new java.util.HashMap<>(MAIN);
    form.put("requestId", UUID.randomUUID().toString());

    var once = me.post("/clinics/" + clinic.slug() + "/sites", form);
    var twice = me.post("/clinics/" + clinic.slug() + "/sites", form);

    assertThat(twice.location()).isEqualTo(once.location());
    assertThat(as(clinic, () -> sites.of(clinic.id()))).hasSize(1);
  }

  @Test
  void markup_in_a_name_stays_text() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var me = administrator(clinic);
    var form = new java.util.HashMap<>(MAIN);
    form.put("name", "<script>alert(1)</script> Ngũ 張");

    me.post("/clinics/" + clinic.slug() + "/sites", form);

    assertThat(me.get("/clinics/" + clinic.slug() + "/sites").body())
        .contains("&lt;script&gt;alert(1)")
        .contains("Ngũ 張")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void federal_holidays_come_with_one_button_and_go_one_by_one() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var me = administrator(clinic);
    String page = "/clinics/" + clinic.slug() + "/holidays";

    assertThat(me.post(page + "/federal", Map.of()).status()).isEqualTo(303);
    assertThat(me.get(page).body()).contains("Christmas Day").contains("Thanksgiving Day");
    assertThat(me.get(page).body()).doesNotContain("federal holidays of the coming year");
  }

  private Client administrator(Organization... clinics) {
    return client(Role.ADMINISTRATOR, clinics);
  }

  private Client client(Role role, Organization... clinics) {
    return Client.on(port).as(world.cookieOf(world.person(role, clinics)));
  }

  private static Site.Details details() {
    return new Site.Details(
        "Pier", new Address("1 Pier", "", "Boston", "MA", "02139"), Site.Book.OURS);
  }

  private static <T> T as(Organization clinic, java.util.function.Supplier<T> act) {
    return Scopes.call(Scope.job(clinic.id(), "test"), act::get);
  }

  static final List<String> PARTS =
      List.of("", "/sites", "/practitioners", "/visit-types", "/resources", "/transfers");

  @Test
  void every_part_of_a_new_clinic_has_an_empty_state_instead_of_nothing() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var me = administrator(clinic);
    for (String part : PARTS.subList(1, PARTS.size())) {
      assertThat(me.get("/clinics/" + clinic.slug() + part).body())
          .as(part)
          .contains("class=\"empty\"");
    }
  }
}
