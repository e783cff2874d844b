package health.malasakit.terminal;

import health.malasakit.access.Account;
import health.malasakit.access.Accounts;
import health.malasakit.access.Invitations;
import health.malasakit.access.Membership;
import health.malasakit.access.Memberships;
import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    subcommands = {UserCommand.Add.class, UserCommand.Disable.class})
final class UserCommand {

  private static final String JOB = "terminal";

  /** A role as files write it. */
  static final class RoleOf implements ITypeConverter<Role> {

    @Override
    public Role convert(String code) {
      for (var role : Role.values()) {
        if (role.code().equals(code)) {
          return role;
        }
      }
      var known = java.util.Arrays.stream(Role.values()).map(Role::code).toList();
      throw new TypeConversionException(Sentences.of("terminal.role", code, known));
    }
  }

  /** A country as two letters. */
  static final class CountryOf implements ITypeConverter<String> {

    @Override
    public String convert(String code) {
      var upper = code.toUpperCase(Locale.ROOT);
      if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(upper)) {
        throw new TypeConversionException(Sentences.of("terminal.country", code));
      }
      return upper;
    }
  }

  /** An address that a person could have. */
  static final class EmailOf implements ITypeConverter<String> {

    private static final Pattern SHAPE = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    @Override
    public String convert(String email) {
      if (!SHAPE.matcher(email).matches()) {
        throw new TypeConversionException(Sentences.of("refused.email.malformed"));
      }
      return email;
    }
  }

  /** A name that colleagues can read. */
  static final class NameOf implements ITypeConverter<String> {

    @Override
    public String convert(String name) {
      if (name.isBlank()) {
        throw new TypeConversionException(Sentences.of("terminal.name"));
      }
      return name.strip();
    }
  }

  /** All roles, for the help. */
  static final class RoleNames implements Iterable<String> {

    @Override
    public java.util.Iterator<String> iterator() {
      return java.util.Arrays.stream(Role.values()).map(Role::code).iterator();
    }
  }

  @Command(name = "add")
  static final class Add extends Told {

    private final Opener opener;

    @Option(names = "--organization", required = true, paramLabel = "SLUG")
    private @Nullable String slug;

    @Option(names = "--email", required = true, paramLabel = "E-MAIL", converter = EmailOf.class)
    private @Nullable String email;

    @Option(names = "--name", required = true, paramLabel = "NAME", converter = NameOf.class)
    private @Nullable String name;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        converter = RoleOf.class,
        completionCandidates = RoleNames.class)
    private @Nullable Role role;

    @Option(names = "--country", paramLabel = "CC", converter = CountryOf.class)
    private String country = "US";

    @Option(names = "--zone", paramLabel = "ZONE")
    private ZoneId zone = ZoneId.of("America/New_York");

    Add(Opener opener) {
      this.opener = opener;
    }

    @Override
    public void run() {
      out().println(Sentences.of("terminal.invitation", opener.with(this::invite)));
      out().flush();
    }

    private String invite(ApplicationContext context) {
      var organizations = context.getBean(Organizations.class);
      var organization = Slugs.organization(organizations, asked(slug));
      var account = new Account(AccountId.next(), asked(email), asked(name), country, zone);
      return within(
          context,
          organization,
          () -> {
            var path = context.getBean(Invitations.class).invite(account);
            organizations.admit(new Membership(organization, account.id(), asked(role)));
            note(context, organization, "created", account.id());
            return path;
          });
    }
  }

  @Command(name = "disable")
  static final class Disable extends Told {

    private final Opener opener;

    @Parameters(paramLabel = "E-MAIL")
    private @Nullable String email;

    Disable(Opener opener) {
      this.opener = opener;
    }

    @Override
    public void run() {
      opener.with(this::disable);
      out().println(Sentences.of("terminal.disabled", asked(email)));
      out().flush();
    }

    /** Gives the organizations in which it was written down. */
    private Set<OrganizationId> disable(ApplicationContext context) {
      var accounts = context.getBean(Accounts.class);
      var account =
          accounts
              .findByEmail(asked(email))
              .orElseThrow(() -> Refused.notFound("account.unknown", asked(email)));
      accounts.disable(account.id());
      var organizations = organizationsOf(context, account);
      for (var organization : organizations) {
        within(context, organization, () -> note(context, organization, "disabled", account.id()));
      }
      return organizations;
    }
  }

  private static Set<OrganizationId> organizationsOf(ApplicationContext context, Account account) {
    var person =
        new SignedIn(
            account.id().value(), account.country(), account.zone().getId(), Instant.EPOCH);
    return context.getBean(Memberships.class).scopeOf(person, JOB).organizations();
  }

  /** In one transaction, for one organization. */
  private static <T> T within(
      ApplicationContext context,
      OrganizationId organization,
      java.util.function.Supplier<T> work) {
    return Scopes.call(
        Scope.job(organization, JOB),
        () ->
            java.util.Objects.requireNonNull(
                context.getBean(TransactionTemplate.class).execute(status -> work.get())));
  }

  private static AccountId note(
      ApplicationContext context, OrganizationId organization, String act, AccountId account) {
    context.getBean(Audit.class).done(Act.on(organization, act, "account", account.value()));
    return account;
  }

  private static <T> T asked(@Nullable T option) {
    return java.util.Objects.requireNonNull(option);
  }
}
