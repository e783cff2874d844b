package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
    var addresses = new java.util.HashMap<PatientId, String>();
    for (int household = 0; household < HOUSEHOLDS; household++) {
      for (int member = 0; member < 3; member++) {
        var line = line();
        due.add(line);
        addresses.put(line.patient(), "+1646555%04d".formatted(household));
      }
    }
    Collections.shuffle(due, new Random(7));
    var parcels =
        new Parcels((clinic, some) ->
            some.stream()
                .collect(Collectors.toMap(one -> one, one -> her(one, addresses.get(one)))));

    List<Integer> sizes = new ArrayList<>();
    List<Integer> rounds = new ArrayList<>();
    while (!due.isEmpty()) {
      var round = parcels.of(CLINIC, due);
      round.forEach(one -> sizes.add(one.lines().size()));
      var gone = round.stream().flatMap(one -> one.lines().stream()).collect(Collectors.toSet());
      rounds.add(gone.size());
      due.removeIf(line -> gone.contains(line.id()));
    }
    assertThat(sizes).hasSize(HOUSEHOLDS).containsOnly(3);
    assertThat(rounds).as("and then it is another clinic's turn").allMatch(lines -> lines <= 502);
  }

  private static Recipient her(PatientId patient, String number) {
    return new Recipient(
        patient,
        false,
        "Ana",
        "en",
        Set.of(ZoneId.of("America/New_York")),
        "NY",
        List.of(new Recipient.Reach(Channel.TEXT, number, true)));
  }

  private static Entry line() {
    return new Entry(
        CLINIC,
        EntryId.next(),
        new PatientId(UUID.randomUUID()),
        UUID.randomUUID(),
        1,
        Step.DAY,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        EntryState.PLANNED,
        "",
        TEN,
        TEN.plusSeconds(86_400),
        TEN,
        0,
        "",
        Optional.empty());
  }
}
