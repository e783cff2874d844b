package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Application;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the terminal does not add, and what it says. */
@MalasakitTest
class UserRefusalsTest {

  private final Organization clinic;
  private final Accounts accounts;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  UserRefusalsTest(World world, Accounts accounts) {
    this.clinic = world.clinic("Lakeside Family Medicine");
    this.accounts = accounts;
  }

  @ParameterizedTest
  @CsvSource({
    "--email, nobody, Type an e-mail address",
    "--name, ' ', it cannot be empty",
    "--role, queen, is no role",
    "--country, Philippines, is no country",
    "--country, XX, is no country",
    "--zone, Mars/Base, '--zone'",
  })
  void what_cannot_be_right_is_wrong_usage_and_adds_nobody(
      String option, String value, String said) {
    assertThat(add(Map.of(option, value))).isEqualTo(2);

    assertThat(errors.toString()).contains(said).doesNotContain("incident");
    assertThat(out.toString()).isEmpty();
    assertThat(accounts.findByEmail(email())).isEmpty();
  }

  @Test
  void an_organization_that_is_not_there_is_refused_and_nobody_is_added() {
    assertThat(add(Map.of("--organization", "no-such"))).isEqualTo(1);

    assertThat(errors.toString().strip()).isEqualTo("There is no organization called no-such.");
    assertThat(accounts.findByEmail(email())).isEmpty();
  }

  @Test
  void who_has_an_account_is_not_added_again() {
    assertThat(add(Map.of())).as(errors.toString()).isZero();

    assertThat(add(Map.of("--name", "Somebody Else"))).isEqualTo(1);

    assertThat(errors.toString()).contains("There is an account with this e-mail already.");
    assertThat(accounts.findByEmail(email()).orElseThrow().displayName()).isEqualTo("Ana Cruz");
  }

  @Test
  void a_command_without_its_verb_is_wrong_usage() {
    for (var command : List.of("user", "audit", "db")) {
      assertThat(run(List.of(command))).as(command).isEqualTo(2);
    }
    assertThat(run(List.of("user", "disable"))).isEqualTo(2);
    assertThat(errors.toString()).contains("Missing required", "E-MAIL");
  }

  private String email() {
    return "ana." + clinic.id() + "@example.org";
  }

  private int add(Map<String, String> changed) {
    var options = new LinkedHashMap<String, String>();
    options.put("--organization", clinic.slug());
    options.put("--email", email());
    options.put("--name", "Ana Cruz");
    options.put("--role", "scheduler");
    options.putAll(changed);
    var words = new ArrayList<>(List.of("user", "add"));
    options.forEach((option, value) -> words.addAll(List.of(option, value)));
    return run(words);
  }

  private int run(List<String> words) {
    var opener = new Opener(Application.class, Program.testDatabase());
    return Terminal.execute(
        opener, new PrintWriter(out), new PrintWriter(errors), words.toArray(String[]::new));
  }
}
