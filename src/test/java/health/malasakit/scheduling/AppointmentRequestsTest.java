package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import java.time.DayOfWeek;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What machines send, right and wrong: each error names the field and the rule. */
@MalasakitTest
class AppointmentRequestsTest {

  private final ApplicationContext beans;

  @LocalServerPort private int port;

  private FollowUps clinic;
  private Practice practice;
  private Client client;
  private PatientId ana;
  private String tuesday;

  AppointmentRequestsTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinic() {
    clinic = FollowUps.in(beans);
    practice = clinic.practice();
    client = Client.on(port).as(practice.cookie());
    ana = practice.patient("Ana", "Cruz");
    tuesday = practice.next(DayOfWeek.TUESDAY).toString();
  }

  @Test
  void a_visit_is_booked_moved_and_cancelled() {
    var booked = send(with("\"start\": \"" + tuesday + "T09:00\", \"zone\": \"America/New_York\""));
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    var place = booked.location();

    var moved =
        client.json(
            place + "/move",
            with(
                "\"start\": \""
                    + tuesday
                    + "T10:00\", \"zone\": \"America/New_York\", \"version\": 1"));
    assertThat(moved.body()).contains("T10:00\"").contains("\"version\":2");

    var cancelled =
        client.json(
            place + "/cancellation",
            "{\"version\": 2, \"by\": \"patient\", \"reason\": \"Feels better\"}");
    assertThat(cancelled.body()).contains("\"status\":\"cancelled\"");
    var back = client.json(place + "/correction", "{\"version\": 3, \"reason\": \"Called again\"}");
    assertThat(back.body()).contains("\"status\":\"booked\"");
  }

  @Test
  void the_same_request_sent_twice_books_once() {
    var body =
        with(
            "\"start\": \"%sT09:00\", \"zone\": \"America/New_York\", \"requestId\": \"%s\""
                .formatted(tuesday, UUID.randomUUID()));

    assertThat(send(body).location()).isEqualTo(send(body).location());
  }

  @Test
  void an_hour_said_in_another_zone_is_kept_on_the_clinics_wall() {
    var booked = send(with("\"start\": \"" + tuesday + "T09:00\", \"zone\": \"America/Chicago\""));

    assertThat(booked.body()).contains("T10:00\"").contains("\"zone\":\"America/New_York\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'start': '2027-03-02T09:00' | 400 | start | has no zone",
        "'start': '2027-02-31T09:00', 'zone': 'America/New_York' | 400 | start | has 28 days",
        "'start': '2027-13-01T09:00', 'zone': 'America/New_York' | 400 | start | no month 13",
        "'start': '2027-03-02T25:00', 'zone': 'America/New_York' | 400 | start | hour is 00 to 23",
        "'start': 'next week', 'zone': 'America/New_York' | 400 | start | is written",
        "'start': 9, 'zone': 'America/New_York' | 400 | start | has to be text",
        "'start': '2027-03-02T09:00', 'zone': 'Mars/Olympus' | 400 | zone | named by its place",
        "'start': '2027-03-02T09:00', 'zone': 'EST' | 400 | zone | named by its place",
        "'start': '2027-03-02T09:00+99:00' | 400 | start | no offset",
        "'start': '2027-03-14T02:30', 'zone': 'America/New_York' | 422 | start | does not exist",
        "'start': '2027-11-07T01:30', 'zone': 'America/New_York' | 422 | start | happens twice",
        "'zone': 'America/New_York' | 400 | start | is missing",
      })
  void a_time_that_cannot_be_read_is_answered_with_its_field(
      String fields, int status, String field, String rule) {
    var answer = send(with(fields.replace('\'', '"')));

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").contains(rule);
    assertThat(practice.ask(() -> beans.getBean(Visits.class).of(practice.organization(), ana)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"patient\": | is not JSON: line 1",
        "[] | one JSON object",
        "{\"patient\": 7} | has to be text",
        "{\"patient\": \"x\"} | id of 36 characters",
        "{} | is missing",
      })
  void a_body_that_is_not_what_it_should_be_is_answered_with_400(String body, String rule) {
    var answer = send(body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(rule);
  }

  @Test
  void a_body_of_many_megabytes_is_not_read() {
    assertThat(send("{\"patient\": \"" + "x".repeat(70_000) + "\"}").status()).isEqualTo(413);
  }

  private Client.Answer send(String body) {
    return client.json("/api/appointments", body);
  }

  private String with(String more) {
    return "{\"patient\": \"%s\", \"site\": \"%s\", \"practitioner\": \"%s\", \"visitType\": \"%s\", %s}"
        .formatted(ana, practice.site().id(), clinic.reyes(), clinic.followUp(), more);
  }
}
