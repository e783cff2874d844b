package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What goes to one address when a whole morning is due at once. */
class ParcelsTest {

  private static final OrganizationId CLINIC = new OrganizationId(UUID.randomUUID());
  private static final Instant TEN = Instant.parse("2026-11-26T15:00:00Z");
  private static final int HOUSEHOLDS = 600;

  @Test
  void a_household_is_one_message_however_many_are_due() {
    List<Entry> due = new ArrayList<>();
    var addresses = new HashMap<PatientId, String>();
    for (int household = 0; household < HOUSEHOLDS; household++) {
      for (int member = 0; member < 3; member++) {
        var line = line();
        due.add(line);
        addresses.put(line.patient(), "+1646555%04d".formatted(household));
      }
    }
    Collections.shuffle(due, new Random(7));
    var parcels = new Parcels(new OnFile(addresses));

    List<Integer> sizes = new ArrayList<>();
    List<Integer> rounds = new ArrayList<>();
    while (!due.isEmpty()) {
      var round = parcels.of(CLINIC, due, who -> List.of(), TEN);
      round.forEach(one -> sizes.add(one.lines().size()));
      var gone = round.stream().flatMap(one -> one.lines().stream()).collect(Collectors.toSet());
      rounds.add(gone.size());
      due.removeIf(line -> gone.contains(line.id()));
    }
    assertThat(sizes).hasSize(HOUSEHOLDS).containsOnly(3);
    assertThat(rounds).as("and then it is another clinic's turn").allMatch(lines -> lines <= 502);
  }

  @Test
  void a_reminder_that_is_due_later_on_that_day_goes_with_what_is_due_now() {
    var ana = new PatientId(UUID.randomUUID());
    var parcels = new Parcels(new OnFile(Map.of(ana, "+16465550001")));
    var due = line(ana, Step.DAY, TEN);
    var today = line(ana, Step.THREE_DAYS, TEN.plusSeconds(5 * 3600));
    var tomorrow = line(ana, Step.WEEK, TEN.plusSeconds(14 * 3600));

    assertThat(parcels.of(CLINIC, List.of(due), who -> List.of(today, tomorrow), TEN))
        .containsExactly(new Parcels.Parcel(List.of(due.id(), today.id())));
    var booked = line(ana, Step.BOOKED, TEN);
    assertThat(parcels.of(CLINIC, List.of(booked), who -> List.of(today), TEN))
        .as("what happened just now is no reminder")
        .containsExactly(new Parcels.Parcel(List.of(booked.id())));
  }

  @Test
  void whoever_cannot_be_read_is_looked_for_in_halves_and_takes_no_household_apart() {
    var addresses = new HashMap<PatientId, String>();
    List<Entry> due = new ArrayList<>();
    for (int nth = 0; nth < HOUSEHOLDS; nth++) {
      var line = line();
      due.add(line);
      addresses.put(line.patient(), "+1646555%04d".formatted(nth / 2));
    }
    var sister = new PatientId(UUID.randomUUID());
    var brother = new PatientId(UUID.randomUUID());
    addresses.put(brother, "+16465550001");
    var asked = new AtomicInteger();
    var alone = due.get(7);
    var unreadable = Set.of(alone.patient(), sister);
    var parcels = new Parcels(new Broken(new OnFile(addresses), unreadable, asked));
    var hers = line(sister, Step.DAY, TEN.plusSeconds(3600));
    var his = line(brother, Step.DAY, TEN.plusSeconds(3600));

    var round = parcels.of(CLINIC, due, who -> List.of(hers, his), TEN);

    assertThat(asked).as("questions").hasValueLessThan(30);
    assertThat(round).contains(new Parcels.Parcel(List.of(alone.id())));
    assertThat(round)
        .contains(new Parcels.Parcel(List.of(due.get(2).id(), due.get(3).id(), his.id())));
    assertThat(round.stream().flatMap(one -> one.lines().stream())).doesNotContain(hers.id());
  }

  /** Of some of them something is not what it should be. */
  private record Broken(OnFile others, Set<PatientId> unreadable, AtomicInteger asked)
      implements Recipients {

    @Override
    public Map<PatientId, Recipient> of(
        OrganizationId organization, Collection<PatientId> patients) {
      asked.incrementAndGet();
      if (!Collections.disjoint(unreadable, patients)) {
        throw new IllegalStateException("Unknown time-zone ID: Nowhere/Never");
      }
      return others.of(organization, patients);
    }

    @Override
    public List<PatientId> at(OrganizationId organization, Collection<Recipient.Place> places) {
      return List.of();
    }
  }

  /** Who has which number. */
  private record OnFile(Map<PatientId, String> numbers) implements Recipients {

    @Override
    public Map<PatientId, Recipient> of(
        OrganizationId organization, Collection<PatientId> patients) {
      return patients.stream()
          .collect(Collectors.toMap(one -> one, one -> her(one, numbers.get(one))));
    }

    @Override
    public List<PatientId> at(OrganizationId organization, Collection<Recipient.Place> places) {
      return List.of();
    }
  }

  private static Recipient her(PatientId patient, String number) {
    return new Recipient(
        patient,
        false,
        "Ana",
        "en",
        Set.of(ZoneId.of("America/New_York")),
        Set.of("NY"),
        List.of(new Recipient.Reach(Channel.TEXT, number, Optional.empty())));
  }

  private static Entry line() {
    return line(new PatientId(UUID.randomUUID()), Step.DAY, TEN);
  }

  private static Entry line(PatientId patient, Step step, Instant due) {
    return new Entry(
        CLINIC,
        EntryId.next(),
        patient,
        UUID.randomUUID(),
        1,
        step,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        EntryState.PLANNED,
        "",
        due,
        due,
        TEN.plusSeconds(86_400),
        TEN,
        0,
        "",
        Optional.empty());
  }
}
