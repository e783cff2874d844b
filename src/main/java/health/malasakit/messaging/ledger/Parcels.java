package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Recipients recipients;

  Parcels(Recipients recipients) {
    this.recipients = recipients;
  }

  /** Lines that probably make one message: due now, to one address, in one language. */
  record Parcel(List<EntryId> lines) {}

  private record Key(Channel channel, String address, String language) {

    @Override
    public String toString() {
      return "Key";
    }
  }

  /**
   * Those of a round, in the order in which they fall due; who has no address makes one each. What
   * goes to one address is one, of all lines that were read as due.
   */
  List<Parcel> of(OrganizationId clinic, List<Entry> due) {
    var all = all(clinic, due);
    int parcels = 0;
    for (int lines = 0; parcels < all.size() && lines < ROUND; parcels++) {
      lines += all.get(parcels).lines().size();
    }
    return all.subList(0, parcels);
  }

  private List<Parcel> all(OrganizationId clinic, List<Entry> due) {
    var who = who(clinic, due.stream().map(Entry::patient).distinct().toList());
    return due.stream()
        .collect(
            Collectors.groupingBy(
                line -> key(line, who.get(line.patient())),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(lines -> new Parcel(lines.stream().map(Entry::id).toList()))
        .toList();
  }

  private Map<PatientId, Recipient> who(OrganizationId clinic, List<PatientId> patients) {
    Map<PatientId, Recipient> who = new HashMap<>();
    for (int from = 0; from < patients.size(); from += TOGETHER) {
      var some = patients.subList(from, Math.min(from + TOGETHER, patients.size()));
      who.putAll(recipients.of(clinic, some));
    }
    return who;
  }

  private static Key key(Entry line, @Nullable Recipient recipient) {
    return Optional.ofNullable(recipient)
        .flatMap(her ->
            her.reaches().stream()
                .filter(one -> one.channel() == line.channel())
                .findFirst()
                .map(one -> new Key(line.channel(), one.address(), her.language())))
        .orElseGet(() -> new Key(line.channel(), line.id().toString(), ""));
  }
}
