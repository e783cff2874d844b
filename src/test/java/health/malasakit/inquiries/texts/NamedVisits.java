package health.malasakit.inquiries.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.scheduling.Visit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The last text to a number named these visits, as the test says. */
public final class NamedVisits implements LastNamed {

  private final Map<String, List<Named>> named = new ConcurrentHashMap<>();

  /** As they stand now. */
  void name(String number, Visit... visits) {
    named.put(
        number, Stream.of(visits).map(one -> new Named(one.id().value(), one.version())).toList());
  }

  @Override
  public List<Named> of(OrganizationId organization, Phone number) {
    return number.e164().map(one -> named.getOrDefault(one, List.of())).orElse(List.of());
  }
}
