package health.malasakit.scheduling.told;

import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.directory.video.JoinAddress;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.ledger.VisitTold;
import health.malasakit.messaging.ledger.VisitsTold;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.answers.VisitConfirmations;
import health.malasakit.scheduling.video.Joining;
import health.malasakit.scheduling.video.VideoVisits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits as they are told of in messages: when, where and how, and nothing of what for. */
@Component
class ToldVisits implements VisitsTold {

  private final ToldVisitStore store;
  private final Sites sites;
  private final VisitTypes types;
  private final VideoVisits video;
  private final ConfidentialVisits confidential;
  private final VisitConfirmations confirmations;
  private final Clock clock;

  ToldVisits(
      ToldVisitStore store,
      Sites sites,
      VisitTypes types,
      VideoVisits video,
      ConfidentialVisits confidential,
      VisitConfirmations confirmations,
      Clock clock) {
    this.store = store;
    this.sites = sites;
    this.types = types;
    this.video = video;
    this.confidential = confidential;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, VisitTold> of(OrganizationId organization, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var rows = store.byIds(organization, ids);
    var places = sites.byIds(rows.stream().map(ToldVisitStore.Row::site).distinct().toList());
    var kinds = types.byIds(rows.stream().flatMap(row -> row.type().stream()).distinct().toList());
    var all = rows.stream().map(row -> new VisitId(row.id())).toList();
    var confirmed = confirmations.of(organization, all);
    var joined = video.of(organization, all);
    return rows.stream()
        .map(row ->
            told(
                row,
                Optional.ofNullable(places.get(row.site())),
                row.type().flatMap(type -> Optional.ofNullable(kinds.get(type))),
                new Said(
                    confirmed.containsKey(new VisitId(row.id())),
                    Optional.ofNullable(joined.get(new VisitId(row.id()))))))
        .collect(Collectors.toMap(VisitTold::visit, Function.identity()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<VisitTold> coming(OrganizationId organization, int most) {
    List<VisitTold> found = new ArrayList<>();
    var some = store.coming(organization, clock.instant(), Optional.empty());
    while (!some.isEmpty() && found.size() < most) {
      var told = of(organization, some.stream().map(ToldVisitStore.Coming::id).toList());
      some.stream()
          .flatMap(one -> Optional.ofNullable(told.get(one.id())).stream())
          .filter(VisitTold::stands)
          .limit(most - found.size())
          .forEach(found::add);
      some = store.coming(organization, clock.instant(), Optional.of(some.getLast()));
    }
    return found;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Ear, Hears> hear(OrganizationId organization, List<Ear> all) {
    return all.isEmpty() ? Map.of() : store.hear(organization, all);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Instant> mayBeTold(
      OrganizationId organization, UUID visit, String numberOrEmail, List<Instant> moments) {
    return confidential.firstContactAbout(new VisitId(visit), numberOrEmail, moments);
  }

  private VisitTold told(
      ToldVisitStore.Row row, Optional<Site> site, Optional<VisitType> kind, Said said) {
    var how = kind.map(ToldVisits::how).orElse(VisitTold.How.IN_PERSON);
    return new VisitTold(
        row.id(),
        row.patient(),
        row.site().value(),
        row.toldVersion(),
        row.version(),
        row.status().equals("booked"),
        row.status().equals("cancelled"),
        said.confirmed(),
        row.start(),
        row.end(),
        site.map(one -> one.address().shown()).orElse(""),
        how,
        how == VisitTold.How.VIDEO ? said.link() : Optional.empty(),
        kind.map(one -> one.details().preparation()).orElse(""));
  }

  private static VisitTold.How how(VisitType kind) {
    return switch (kind.details().modality()) {
      case IN_PERSON -> VisitTold.How.IN_PERSON;
      case VIDEO -> VisitTold.How.VIDEO;
      case PHONE -> VisitTold.How.PHONE;
    };
  }

  /** What was said of one visit. */
  private record Said(boolean confirmed, Optional<Joining> joining) {

    Optional<String> link() {
      return joining.flatMap(Joining::address).map(JoinAddress::written);
    }
  }
}
