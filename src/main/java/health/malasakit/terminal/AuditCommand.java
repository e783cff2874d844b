package health.malasakit.terminal;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.audit.Archiving;
import health.malasakit.audit.Verification;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    subcommands = {AuditCommand.Verify.class, AuditCommand.Archive.class})
final class AuditCommand {

  @Command(name = "verify")
  static final class Verify extends Told {

    private final Opener opener;

    @Option(names = "--organization", paramLabel = "SLUG")
    private @Nullable String slug;

    Verify(Opener opener) {
      this.opener = opener;
    }

    @Override
    public void run() {
      long broken = opener.with(this::verifyAll);
      if (broken > 0) {
        throw Refused.conflict("audit.broken");
      }
    }

    private long verifyAll(ApplicationContext context) {
      var organizations = context.getBean(Organizations.class);
      var verification = context.getBean(Verification.class);
      return wanted(organizations).stream()
          .filter(id -> !verify(verification, organization(organizations, id)))
          .count();
    }

    private List<OrganizationId> wanted(Organizations organizations) {
      return slug == null
          ? organizations.allIds()
          : List.of(Slugs.organization(organizations, slug));
    }

    private static Organization organization(Organizations organizations, OrganizationId id) {
      return Scopes.call(Scope.job(id, "audit-verify"), organizations::inScope).getFirst();
    }

    /** Says what was found; false when something is wrong. */
    private boolean verify(Verification verification, Organization organization) {
      var verdict = verification.verify(organization.id());
      Optional<String> wrong = verdict.finding().map(finding -> finding.sentence());
      out()
          .println(
              Sentences.of(
                  "terminal.verdict",
                  organization.slug(),
                  wrong.orElseGet(() -> Sentences.of("terminal.whole")),
                  verdict.lines(),
                  verdict.anchors()));
      out().flush();
      return wrong.isEmpty();
    }
  }

  @Command(name = "archive")
  static final class Archive extends Told {

    private final Opener opener;

    @Option(names = "--keep", paramLabel = "PERIOD", defaultValue = "P6Y")
    private Period keep = Archiving.KEPT;

    @Option(names = "--shorter-than-the-rule")
    private boolean shorter;

    Archive(Opener opener) {
      this.opener = opener;
    }

    @Override
    public void run() {
      if (keep.isNegative()) {
        throw usage(Sentences.of("terminal.archive.keep"));
      }
      if (!shorter && Archiving.isShorterThanTheRule(keep)) {
        throw usage(Sentences.of("terminal.archive.shorter", keep, Archiving.KEPT));
      }
      long moved = opener.with(context -> moved(context.getBean(Archiving.class)));
      if (moved == 0) {
        out().println(Sentences.of("terminal.archive.none", keep));
      }
      out().flush();
    }

    /** Says each half year at once: a later one may be refused. */
    private long moved(Archiving archiving) {
      var parts = new AtomicLong();
      archiving.archive(
          keep,
          part -> {
            parts.incrementAndGet();
            out()
                .println(
                    Sentences.of(
                        "terminal.archive.moved",
                        part.part(),
                        part.lines(),
                        part.organizations(),
                        part.directory()));
            out().flush();
          });
      return parts.get();
    }
  }
}
