package health.malasakit.interop.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The names under which resources refer to each other, written one way: {@code Type/id}, {@code
 * urn:uuid:...}, a whole address, or {@code Type?identifier=system|value}.
 */
final class ResourceKeys {

  private static final Pattern RELATIVE =
      Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[^/]+)?");
  private static final Pattern CONDITIONAL =
      Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)\\?identifier=([^&]+)");

  private ResourceKeys() {}

  /** The names of a resource besides those that its identifiers give it. */
  static Set<String> of(Found.Resource resource, String id) {
    Set<String> names = new LinkedHashSet<>();
    if (!id.isEmpty()) {
      names.add(resource.type() + "/" + id);
    }
    if (!resource.fullUrl().isEmpty()) {
      names.add(resource.fullUrl());
      relative(resource.fullUrl()).ifPresent(names::add);
    }
    return names;
  }

  /**
   * The names to look for, the surest first; none when the reference says nothing.
   *
   * @param type what it should refer to, for one that gives an identifier alone
   */
  static List<String> wanted(Reference reference, String type) {
    List<String> names = new ArrayList<>();
    String written = reference.getReference() == null ? "" : reference.getReference();
    if (!written.isEmpty()) {
      names.add(asIdentifier(written).orElse(written));
      relative(written).filter(name -> !names.contains(name)).ifPresent(names::add);
    }
    Identifier identifier = reference.getIdentifier();
    if (identifier.hasValue()) {
      names.add(conditional(type, identifier.getSystem(), identifier.getValue()));
    }
    return names;
  }

  /** Whether a reference says anything at all. */
  static boolean says(Reference reference) {
    return reference.hasReference() || reference.getIdentifier().hasValue();
  }

  private static Optional<String> relative(String reference) {
    Matcher match = RELATIVE.matcher(reference);
    return match.matches() ? Optional.of(match.group(1) + "/" + match.group(2)) : Optional.empty();
  }

  private static Optional<String> asIdentifier(String reference) {
    Matcher match = CONDITIONAL.matcher(reference);
    return match.matches()
        ? Optional.of(match.group(1) + "?identifier=" + decoded(match.group(2)))
        : Optional.empty();
  }

  /** The name that an identifier gives. */
  static String conditional(String type, @Nullable String system, String value) {
    return type + "?identifier=" + (system == null ? "" : system + "|") + value;
  }

  private static String decoded(String query) {
    try {
      return query.contains("%") ? URLDecoder.decode(query, StandardCharsets.UTF_8) : query;
    } catch (IllegalArgumentException notEncoded) {
      return query;
    }
  }
}
