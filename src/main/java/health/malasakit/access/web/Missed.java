package health.malasakit.access.web;

import health.malasakit.access.Organizations;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A person asked by id for what is not there, or not hers: written down in her clinics, and in the
 * clinic whose it is. What she asked for stands in the address or in the form; the refusal says
 * which kind of thing was looked for.
 */
@Component
class Missed {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Fields that name no thing of a clinic. */
  private static final Set<String> NO_THING = Set.of("requestId", "_csrf");

  /** Parts of an address and fields that say by their name what they hold. */
  private static final Map<String, String> KINDS =
      Map.of(
          "patient", "patient",
          "site", "site",
          "practitioner", "practitioner",
          "representative", "representative",
          "account", "account",
          "owner", "account",
          "type", "visit_type",
          "visitType", "visit_type");

  /** Codes of refusals that are not called like the thing. */
  private static final Map<String, String> CALLED =
      Map.of(
          "person", "account",
          "directory", "clinic",
          "booking", "clinic",
          "reset", "factor_reset",
          "review", "break_glass");

  /** An address names few things; a form made up to keep us asking names many. */
  private static final int ASKED_MAX = 8;

  private final Audit audit;
  private final Organizations organizations;

  Missed(Audit audit, Organizations organizations) {
    this.audit = audit;
    this.organizations = organizations;
  }

  private record Sought(String kind, UUID id) {}

  /**
   * Writes it down when somebody signed in asked for an id that is another clinic's, whatever she
   * was answered, or was told that there is no such thing.
   */
  void note(Refused refused, HttpServletRequest request) {
    if (request.getAttribute(SignedIn.WHOLE_SCOPE) instanceof Scope scope) {
      Scopes.run(scope, () -> note(refused, sought(refused, request), scope));
    }
  }

  private void note(Refused refused, List<Sought> all, Scope scope) {
    all.stream()
        .filter(thing -> isOutside(thing, scope))
        .findFirst()
        .or(() ->
            refused.kind() == Refused.Kind.NOT_FOUND ? nobodys(refused, all) : Optional.empty())
        .ifPresent(thing -> audit.missed(thing.kind(), thing.id()));
  }

  /** Of the kind that was looked for, the last in the address; whatever was asked for otherwise. */
  private static Optional<Sought> nobodys(Refused refused, List<Sought> all) {
    var backwards = all.reversed();
    return backwards.stream()
        .filter(thing -> thing.kind().equals(kind(refused)))
        .findFirst()
        .or(() -> backwards.stream().findFirst());
  }

  private boolean isOutside(Sought thing, Scope scope) {
    Optional<OrganizationId> owner = organizations.ownerOf(thing.kind(), thing.id());
    return owner.filter(whose -> !scope.organizations().contains(whose)).isPresent();
  }

  private List<Sought> sought(Refused refused, HttpServletRequest request) {
    var all = new ArrayList<Sought>();
    var clinics = new ArrayList<Sought>();
    inAddress(request)
        .forEach((name, value) -> {
          if (ID.matcher(value).matches()) {
            all.add(thing(name, value, refused));
          } else {
            organizations
                .bySlug(value)
                .ifPresent(clinic -> clinics.add(new Sought("clinic", clinic.value())));
          }
        });
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!NO_THING.contains(name) && ID.matcher(values[0]).matches()) {
            all.add(thing(name, values[0], refused));
          }
        });
    all.addAll(clinics);
    return all.stream().limit(ASKED_MAX).toList();
  }

  private static Sought thing(String name, String value, Refused refused) {
    return new Sought(KINDS.getOrDefault(name, kind(refused)), UUID.fromString(value));
  }

  private static String kind(Refused refused) {
    var called = refused.code().replaceFirst("\\..*", "");
    return CALLED.getOrDefault(called, called);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> inAddress(HttpServletRequest request) {
    var parts = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return parts == null ? Map.of() : (Map<String, String>) parts;
  }
}
