package health.malasakit.interop.fhir;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports FHIR R4 files for a clinic. */
@Component
public class Imports {

  private static final String JOB = "import";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?");
  private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

  private final Organizations organizations;
  private final FileImport files;
  private final TransactionTemplate transactions;

  Imports(Organizations organizations, FileImport files, TransactionTemplate transactions) {
    this.organizations = organizations;
    this.files = files;
    this.transactions = transactions;
  }

  /**
   * Imports all files: first what others refer to, from every file, then what refers to it.
   * Whatever cannot be taken is in the summary, and the rest goes on.
   *
   * @throws Refused not found, code {@code import.organization}, when there is no clinic of that
   *     slug and none is to be created; invalid, code {@code import.source}
   */
  public ImportSummary run(ImportRequest request, ImportProgress progress) {
    Optional<OrganizationId> known = organizations.bySlug(request.slug());
    Optional<Organization> created =
        known.isPresent() ? Optional.empty() : Optional.of(toCreate(request));
    OrganizationId organization = known.or(() -> created.map(Organization::id)).orElseThrow();
    var run = new ImportRun(organization, Ids.next(), system(request));
    return Scopes.call(
        Scope.job(organization, JOB),
        () ->
            switch (request.mode()) {
              case KEEP -> all(run, created, request, progress);
              case DRY_RUN -> triedOnly(run, created, request, progress);
            });
  }

  private ImportSummary all(
      ImportRun run,
      Optional<Organization> created,
      ImportRequest request,
      ImportProgress progress) {
    created.ifPresent(organizations::create);
    files.importAll(run, FhirFiles.of(request.paths()), progress);
    return run.tally().summary();
  }

  /** In one transaction, because each resource must see those before it. */
  private ImportSummary triedOnly(
      ImportRun run,
      Optional<Organization> created,
      ImportRequest request,
      ImportProgress progress) {
    return java.util.Objects.requireNonNull(
        transactions.execute(transaction -> {
          ImportSummary summary = all(run, created, request, progress);
          transaction.setRollbackOnly();
          return summary;
        }));
  }

  private static String system(ImportRequest request) {
    if (!request.source().isEmpty() && !SYSTEM.matcher(request.source()).matches()) {
      throw Refused.invalid("import.source");
    }
    return request.source();
  }

  private static Organization toCreate(ImportRequest request) {
    var clinic = request.ifAbsent().orElseThrow(() -> Refused.notFound("import.organization"));
    if (!SLUG.matcher(request.slug()).matches()) {
      throw Refused.invalid("import.slug");
    }
    String state = clinic.state().strip().toUpperCase(Locale.ROOT);
    if (!STATE.matcher(state).matches()) {
      throw Refused.invalid("import.state");
    }
    String name = clinic.name().isBlank() ? request.slug() : clinic.name().strip();
    return new Organization(OrganizationId.next(), request.slug(), name, state);
  }
}
