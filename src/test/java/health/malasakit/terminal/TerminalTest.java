package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Application;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Accounts;
import health.malasakit.access.Colleagues;
import health.malasakit.guards.Reference;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MalasakitTest
class TerminalTest {

  private final World world;
  private final Accounts accounts;
  private final Colleagues colleagues;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  TerminalTest(World world, Accounts accounts, Colleagues colleagues) {
    this.world = world;
    this.accounts = accounts;
    this.colleagues = colleagues;
  }

  @Test
  void wrong_usage_is_2_and_says_what_there_is() {
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("user", "add", "--role", "queen")).isEqualTo(2);
    assertThat(errors.toString()).contains("no role").contains("supervisor");
  }

  @Test
  void help_is_0_for_every_command() {
    assertThat(run("--help")).isZero();
    for (var command : Terminal.commands(opener()).getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
  }

  @Test
  void everything_that_a_command_takes_is_described() {
    var silent = new java.util.ArrayList<String>();
    Terminal.commands(opener())
        .getSubcommands()
        .values()
        .forEach(command -> silent.addAll(undescribed(command)));
    assertThat(silent).isEmpty();
  }

  /** The help of each command. */
  @Test
  void the_reference_of_the_commands_is_that_of_the_program() throws IOException {
    var page = new StringBuilder("# Commands of bin/malasakit\n");
    helps("", Terminal.commands(opener()), page);
    assertThat(page).contains("## import", "--dry-run", "## audit verify", "## user add");
    Reference.holds("commands.md", page.toString().lines().toList());
  }

  private static void helps(String name, picocli.CommandLine command, StringBuilder page) {
    if (!name.isEmpty()) {
      page.append("\n## %s\n\n```\n%s```\n".formatted(name, command.getUsageMessage()));
    }
    command
        .getSubcommands()
        .forEach((word, each) -> helps((name + " " + word).strip(), each, page));
  }

  private static java.util.List<String> undescribed(picocli.CommandLine command) {
    var name = command.getCommandSpec().qualifiedName();
    var silent = new java.util.ArrayList<String>();
    if (command.getCommandSpec().usageMessage().description().length == 0) {
      silent.add(name);
    }
    command.getCommandSpec().args().stream()
        .filter(arg -> arg.description().length == 0)
        .forEach(arg -> silent.add(name + " " + arg.paramLabel()));
    command.getSubcommands().values().forEach(each -> silent.addAll(undescribed(each)));
    return silent;
  }

  @Test
  void the_roles_script_needs_no_database() {
    assertThat(run("db", "roles")).isZero();
    assertThat(out.toString()).contains("create role malasakit_app");
  }

  @Test
  void a_person_is_added_and_disabled_beside_the_running_server() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var email = "ana." + clinic.id() + "@example.org";

    assertThat(
            run(
                "user",
                "add",
                "--organization",
                clinic.slug(),
                "--email",
                email,
                "--name",
                "Ana Cruz",
                "--role",
                "scheduler"))
        .as(errors.toString())
        .isZero();
    assertThat(out.toString()).contains("/password/");
    var account = accounts.findByEmail(email).orElseThrow();
    assertThat(names(clinic)).containsKey(account.id());

    assertThat(run("user", "disable", email)).isZero();
    assertThat(names(clinic)).doesNotContainKey(account.id());
    assertThat(run("audit", "verify", "--organization", clinic.slug())).isZero();
    assertThat(out.toString()).contains(clinic.slug() + ": whole");
  }

  @Test
  void what_is_not_there_is_refused_with_1_and_one_sentence() {
    assertThat(run("user", "disable", "nobody@example.org")).isEqualTo(1);
    assertThat(errors.toString().strip()).isEqualTo("Nobody has the e-mail nobody@example.org.");
    assertThat(run("audit", "verify", "--organization", "no-such")).isEqualTo(1);
  }

  private Map<health.malasakit.kernel.AccountId, String> names(
      health.malasakit.access.Organization clinic) {
    return Scopes.call(Scope.job(clinic.id(), "test"), () -> colleagues.of(clinic.id()));
  }

  private int run(String... words) {
    return Terminal.execute(opener(), new PrintWriter(out), new PrintWriter(errors), words);
  }

  private static Opener opener() {
    return new Opener(Application.class, Program.testDatabase());
  }
}
