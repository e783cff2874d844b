package health.malasakit.inquiries.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.patients.Lives;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is wrong with a call to be made is asked again, and what was typed stays. */
@MalasakitTest
class AskedAgainTest {

  private final ApplicationContext beans;
  private final int port;
  private ToBeCalled her;

  AskedAgainTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void somebody() {
    her = new ToBeCalled(beans, port, ToBeCalled.inTheMorning());
  }

  @ParameterizedTest
  @CsvSource({
    "day, 31 Feb 2027",
    "day, last year",
    "hour, 27:00",
    "about, neither",
    "from, 25:00",
    "owner, 01980000-0000-7000-8000-000000000000"
  })
  void beside_the_field_that_is_wrong(String field, String typed) {
    var form = form();
    form.put(field, typed);

    var answer = her.luz().post(her.page() + "/to-call", form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"" + field + "-error\"", "A place on Friday", "her sister");
  }

  @Test
  void where_no_field_is_wrong_it_stands_on_the_form_all_the_same() {
    her.as(() -> {
      beans
          .getBean(Lives.class)
          .markDeceased(her.board().clinic().id(), her.ana(), Optional.empty());
      return true;
    });

    var answer = her.luz().post(her.page() + "/to-call", form());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("id=\"reason-error\"", "A place on Friday", "17:45");
  }

  private static Map<String, String> form() {
    return new HashMap<>(
        Map.of(
            "reason", "A place on Friday",
            "about", "visit",
            "day", "tomorrow",
            "hour", "17:45",
            "from", "9:00",
            "until", "10:00",
            "saidBy", "her sister"));
  }
}
