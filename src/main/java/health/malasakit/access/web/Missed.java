package health.malasakit.access.web;

import health.malasakit.access.IdsAsked;
import health.malasakit.access.Organizations;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A person asked by id for what is not there, or not hers: written down in her clinics, and in the
 * clinic whose it is. What she asked for stands in the address, the form or the body; the refusal
 * says which kind of thing was looked for.
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
          "incoming", "text",
          "reset", "factor_reset",
          "review", "break_glass");

  /** A form made up to keep us asking names many things: so many that say what they are. */
  private static final int KNOWN_MAX = 100;

  /** And so many that do not. */
  private static final int OTHERS_MAX = 8;

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
    var known = new LinkedHashSet<Sought>();
    var others = new LinkedHashSet<Sought>();
    var clinics = new LinkedHashSet<Sought>();
    asked(request)
        .forEach((name, values) -> {
          for (var value : values) {
            if (ID.matcher(value).matches()) {
              var kind = Optional.ofNullable(KINDS.get(name));
              kind.ifPresentOrElse(
                  one -> known.add(new Sought(one, UUID.fromString(value))),
                  () -> others.add(new Sought(kind(refused), UUID.fromString(value))));
            }
          }
        });
    inAddress(request).values().stream()
        .flatMap(value -> organizations.bySlug(value).stream())
        .forEach(clinic -> clinics.add(new Sought("clinic", clinic.value())));
    return Stream.of(
            others.stream().limit(OTHERS_MAX), known.stream().limit(KNOWN_MAX), clinics.stream())
        .flatMap(some -> some)
        .toList();
  }

  /** By name, in the order of address, form and body. */
  private static Map<String, List<String>> asked(HttpServletRequest request) {
    var all = new LinkedHashMap<String, List<String>>();
    BiConsumer<String, String> add =
        (name, value) -> all.computeIfAbsent(name, named -> new ArrayList<>()).add(value);
    inAddress(request).forEach(add);
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!NO_THING.contains(name)) {
            List.of(values).forEach(value -> add.accept(name, value));
          }
        });
    IdsAsked.of(request).forEach(one -> add.accept(one.field(), one.id().toString()));
    return all;
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
