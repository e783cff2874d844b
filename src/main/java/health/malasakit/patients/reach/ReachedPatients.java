package health.malasakit.patients.reach;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ledger.Recipient;
import health.malasakit.messaging.ledger.Recipients;
import health.malasakit.patients.ZoneByZip;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.reach.ReachStore.Line;
import health.malasakit.patients.reach.ReachStore.Row;
import health.malasakit.patients.reach.ReachStore.Spoken;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * Of who lives nowhere that is known: all of the states and territories together. From Guam to
   * American Samoa the usual hours of a clinic have one hour in common: 23:00 to 24:00 UTC, Monday
   * to Friday.
   */
  private static final Set<ZoneId> ANYWHERE =
      Stream.of(
              "America/Puerto_Rico",
              "America/New_York",
              "America/Chicago",
              "America/Denver",
              "America/Phoenix",
              "America/Los_Angeles",
              "America/Anchorage",
              "Pacific/Honolulu",
              "Pacific/Pago_Pago",
              "Pacific/Guam")
          .map(ZoneId::of)
          .collect(Collectors.toUnmodifiableSet());

  /** Her e-mails in the order in which they are tried; the third is none of the record's. */
  private static final List<String> EMAILS =
      List.of(ContactUse.HOME.code(), ContactUse.TEMPORARY.code(), "", ContactUse.WORK.code());

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
                row.states(),
                reaches(lines.getOrDefault(row.patient(), List.of()))))
        .collect(Collectors.toMap(Recipient::patient, Function.identity()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<PatientId> at(OrganizationId organization, Collection<Recipient.Place> places) {
    return places.isEmpty()
        ? List.of()
        : store.at(
            organization,
            folded(places, Channel.TEXT)
                .map(number -> PatientPhone.lastTen(Phone.of(number)))
                .toList(),
            folded(places, Channel.EMAIL).toList());
  }

  private static Stream<String> folded(Collection<Recipient.Place> places, Channel channel) {
    return places.stream().filter(one -> one.channel() == channel).map(Recipient.Place::folded);
  }

  /** The language of letters, else the one she prefers. */
  private static String language(List<PatientLanguage> known) {
    return PatientLanguage.ofLetters(known)
        .or(() -> known.stream().filter(PatientLanguage::preferred).findFirst())
        .map(PatientLanguage::tag)
        .orElse(ENGLISH);
  }

  /** As she said it, else all in which her home and the place where she stays can lie. */
  private Set<ZoneId> zones(Row row) {
    return row.zone().map(Set::of).orElseGet(() -> possible(row.homes()));
  }

  private Set<ZoneId> possible(List<Home> homes) {
    if (homes.stream().anyMatch(this::isAbroad)) {
      return Set.of();
    }
    var of = homes.stream().map(home -> possible(home.zip())).toList();
    return of.isEmpty() || of.stream().anyMatch(Set::isEmpty)
        ? ANYWHERE
        : of.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** Also where neither the ZIP nor the state is one of ours: files leave out the country. */
  private boolean isAbroad(Home home) {
    return home.isAbroad()
        || byZip.stream().anyMatch(zips -> zips.military(home.zip()))
        || (home.isOfNoState() && possible(home.zip()).isEmpty());
  }

  private Set<ZoneId> possible(String zip) {
    return byZip.stream()
        .flatMap(zips -> zips.possible(zip).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Mobiles before other numbers, numbers before e-mails, hers before that of her work. */
  private static List<Recipient.Reach> reaches(List<Line> lines) {
    var once = new LinkedHashMap<Recipient.Place, Recipient.Reach>();
    lines.stream()
        .sorted(Comparator.comparingInt(ReachedPatients::rank))
        .flatMap(line -> reach(line).stream())
        .forEach(reach -> once.putIfAbsent(reach.place(), reach));
    return List.copyOf(once.values());
  }

  private static Optional<Recipient.Reach> reach(Line line) {
    var channel = line.email() ? Channel.EMAIL : Channel.TEXT;
    return Recipient.Reach.of(
        channel, line.written(), line.since().filter(since -> isForMessages(line)));
  }

  /** A landline was not given for texts, nor an e-mail at work for what is of her care. */
  private static boolean isForMessages(Line line) {
    return line.email()
        ? line.use().equals(ContactUse.HOME.code())
            || line.use().equals(ContactUse.TEMPORARY.code())
        : line.use().equals(ContactUse.MOBILE.code());
  }

  private static int rank(Line line) {
    if (!line.email()) {
      return line.use().equals(ContactUse.MOBILE.code()) ? 0 : 1;
    }
    return 2 + EMAILS.indexOf(line.use());
  }
}
