package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what goes to one recipient of a clinic at one time. */
@Component
class Parcels {

  private final Recipients recipients;

  Parcels(Recipients recipients) {
    this.recipients = recipients;
  }

  private record Key(Channel channel, String address, String language) {

    @Override
    public String toString() {
      return "Key";
    }
  }

  /** In the order in which they fall due; who has no address makes one each. */
  List<Parcel> of(OrganizationId clinic, List<Entry> due) {
    var who = recipients.of(clinic, due.stream().map(Entry::patient).distinct().toList());
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
