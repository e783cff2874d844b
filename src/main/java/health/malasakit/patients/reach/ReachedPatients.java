package health.malasakit.patients.reach;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ledger.Recipient;
import health.malasakit.messaging.ledger.Recipients;
import health.malasakit.patients.ZoneByZip;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.reach.ReachStore.Line;
import health.malasakit.patients.reach.ReachStore.Row;
import health.malasakit.patients.reach.ReachStore.Spoken;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Patients as far as they are written to: by what, in which language, in which zones. */
@Component
class ReachedPatients implements Recipients {

  /** Of who lives nowhere that is known: all of them together, from the territories to Hawaii. */
  private static final Set<ZoneId> ANYWHERE =
      Stream.of(
              "America/Puerto_Rico",
              "America/New_York",
              "America/Chicago",
              "America/Denver",
              "America/Phoenix",
              "America/Los_Angeles",
              "America/Anchorage",
              "Pacific/Honolulu")
          .map(ZoneId::of)
          .collect(Collectors.toUnmodifiableSet());

  private static final String ENGLISH = "en";

  private final ReachStore store;
  private final ObjectProvider<ZoneByZip> byZip;

  ReachedPatients(ReachStore store, ObjectProvider<ZoneByZip> byZip) {
    this.store = store;
    this.byZip = byZip;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<PatientId, Recipient> of(OrganizationId organization, Collection<PatientId> patients) {
    if (patients.isEmpty()) {
      return Map.of();
    }
    var rows = store.patients(organization, patients);
    var lines =
        store.lines(organization, patients).stream().collect(Collectors.groupingBy(Line::patient));
    var languages =
        store.languages(organization, patients).stream()
            .collect(
                Collectors.groupingBy(
                    Spoken::patient, Collectors.mapping(Spoken::language, Collectors.toList())));
    return rows.stream()
        .map(row ->
            new Recipient(
                row.patient(),
                row.deceased(),
                row.given(),
                language(languages.getOrDefault(row.patient(), List.of())),
                zones(row),
                row.state(),
                reaches(lines.getOrDefault(row.patient(), List.of()))))
        .collect(Collectors.toMap(Recipient::patient, Function.identity()));
  }

  /** The language of letters, else the one she prefers. */
  private static String language(List<PatientLanguage> known) {
    return PatientLanguage.ofLetters(known)
        .or(() -> known.stream().filter(PatientLanguage::preferred).findFirst())
        .map(PatientLanguage::tag)
        .orElse(ENGLISH);
  }

  /** As she said it, else all in which the ZIPs of her home and of where she stays can lie. */
  private Set<ZoneId> zones(Row row) {
    return row.zone().map(Set::of).orElseGet(() -> possible(row.zips()));
  }

  private Set<ZoneId> possible(List<String> zips) {
    var of = zips.stream().map(this::possible).toList();
    return of.isEmpty() || of.stream().anyMatch(Set::isEmpty)
        ? ANYWHERE
        : of.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  private Set<ZoneId> possible(String zip) {
    return byZip.stream()
        .flatMap(zips -> zips.possible(zip).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Mobiles before other numbers, numbers before e-mails, each once. */
  private static List<Recipient.Reach> reaches(List<Line> lines) {
    var once = new LinkedHashMap<String, Recipient.Reach>();
    lines.stream()
        .filter(ReachedPatients::reachesHer)
        .sorted(Comparator.comparingInt(ReachedPatients::rank))
        .map(line ->
            new Recipient.Reach(
                line.email() ? Channel.EMAIL : Channel.TEXT,
                line.written(),
                line.use().equals(ContactUse.MOBILE.code())))
        .forEach(reach -> once.putIfAbsent(key(reach), reach));
    return List.copyOf(once.values());
  }

  private static String key(Recipient.Reach reach) {
    return reach.channel() == Channel.EMAIL
        ? reach.address().toLowerCase(java.util.Locale.ROOT)
        : health.malasakit.kernel.Phone.of(reach.address()).digits();
  }

  private static int rank(Line line) {
    if (line.email()) {
      return 2;
    }
    return line.use().equals(ContactUse.MOBILE.code()) ? 0 : 1;
  }

  private static boolean reachesHer(Line line) {
    return line.email()
        ? new PatientEmail(ContactUse.HOME, line.written()).valid()
        : health.malasakit.kernel.Phone.of(line.written()).e164().isPresent();
  }
}
