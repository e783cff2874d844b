package health.malasakit.messaging.ledger;

import health.malasakit.kernel.InHalves;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what goes to one recipient of a clinic at one time. */
@Component
class Parcels {

  /** Patients of whom it is asked at once. */
  private static final int TOGETHER = 1000;

  /** Lines of one round: then it is another clinic's turn. */
  private static final int ROUND = 500;

  /** From the first hour in which anybody may be told to the last. */
  static final Duration SAME_DAY = Duration.ofHours(13);

  private final Recipients recipients;

  Parcels(Recipients recipients) {
    this.recipients = recipients;
  }

  /** Lines that probably make one message: due today, to one address, in one language. */
  record Parcel(List<EntryId> lines) {}

  private record Key(Recipient.Place place, String language) {

    /** Where nobody knows an address no language is asked for. */
    boolean isKnown() {
      return !language.isEmpty();
    }

    @Override
    public String toString() {
      return "Key";
    }
  }

  /**
   * Those of a round, in the order in which they fall due; who has no address makes one each. What
   * goes to one address is one: of what was read as due, and with a reminder those of this day on
   * her wall, however many are due before them, also of others who have that address. In no
   * transaction: each question has its own, so that one that fails spoils no other.
   *
   * @param reminders of these patients, due until tonight
   */
  List<Parcel> of(
      OrganizationId clinic,
      List<Entry> due,
      Function<Collection<PatientId>, List<Entry>> reminders,
      Instant now) {
    var who = new HashMap<>(who(clinic, patients(due)));
    var round = round(due, who);
    var reminded = reminded(clinic, round);
    if (!reminded.isEmpty()) {
      var known = due.stream().map(Entry::id).collect(Collectors.toSet());
      var more = reminders.apply(reminded);
      var others = patients(more).stream().filter(one -> !who.containsKey(one)).toList();
      who.putAll(who(clinic, others));
      more.stream()
          .filter(line -> !known.contains(line.id()) && isToday(line, who.get(line.patient()), now))
          .forEach(line -> add(round.get(key(line, who.get(line.patient()))), line));
    }
    return round.values().stream()
        .map(lines -> new Parcel(lines.stream().map(Entry::id).toList()))
        .toList();
  }

  /** The first of them. */
  private static Map<Key, List<Entry>> round(List<Entry> due, Map<PatientId, Recipient> who) {
    Map<Key, List<Entry>> all = new LinkedHashMap<>();
    due.forEach(line ->
        all.computeIfAbsent(key(line, who.get(line.patient())), key -> new ArrayList<>())
            .add(line));
    Map<Key, List<Entry>> round = new LinkedHashMap<>();
    int lines = 0;
    for (var one : all.entrySet()) {
      if (lines < ROUND) {
        round.put(one.getKey(), one.getValue());
        lines += one.getValue().size();
      }
    }
    return round;
  }

  /** Whoever is reminded, and whoever may be reached where they are. */
  private Set<PatientId> reminded(OrganizationId clinic, Map<Key, List<Entry>> round) {
    Set<PatientId> all = new LinkedHashSet<>();
    Set<Recipient.Place> places = new LinkedHashSet<>();
    round.forEach((to, lines) -> {
      if (lines.stream().anyMatch(Parcels::reminds)) {
        all.addAll(patients(lines));
        if (to.isKnown()) {
          places.add(to.place());
        }
      }
    });
    InHalves.each(
        List.copyOf(places),
        some -> all.addAll(recipients.at(clinic, some)),
        (place, broken) -> {});
    return all;
  }

  private static void add(@Nullable List<Entry> to, Entry line) {
    if (to != null && to.stream().anyMatch(Parcels::reminds)) {
      to.add(line);
    }
  }

  private static List<PatientId> patients(List<Entry> lines) {
    return lines.stream().map(Entry::patient).distinct().toList();
  }

  private static boolean reminds(Entry line) {
    return !line.step().confirms();
  }

  private static boolean isToday(Entry line, @Nullable Recipient her, Instant now) {
    return her != null
        && !her.zones().isEmpty()
        && her.zones().stream()
            .noneMatch(zone ->
                LocalDate.ofInstant(line.dueAt(), zone).isAfter(LocalDate.ofInstant(now, zone)));
  }

  /**
   * Whoever cannot be read is left out: a line of hers is alone and breaks there, where it is put
   * off and somebody hears of it.
   */
  private Map<PatientId, Recipient> who(OrganizationId clinic, List<PatientId> patients) {
    Map<PatientId, Recipient> who = new HashMap<>();
    for (int from = 0; from < patients.size(); from += TOGETHER) {
      var some = patients.subList(from, Math.min(from + TOGETHER, patients.size()));
      InHalves.each(
          some, few -> who.putAll(recipients.of(clinic, few)), (unreadable, broken) -> {});
    }
    return who;
  }

  private static Key key(Entry line, @Nullable Recipient recipient) {
    return Optional.ofNullable(recipient)
        .flatMap(her ->
            her.reaches().stream()
                .filter(one -> one.channel() == line.channel())
                .findFirst()
                .map(one -> new Key(one.place(), her.language())))
        .orElseGet(() -> new Key(new Recipient.Place(line.channel(), line.id().toString()), ""));
  }
}
