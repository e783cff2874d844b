package health.malasakit.directory;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clinics still lack before their first call. */
@Component
public class SetUps {

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes visitTypes;
  private final Resources resources;
  private final TransferList transfers;
  private final ObjectProvider<AlsoLacking> others;
  private final Clock clock;

  SetUps(
      Sites sites,
      Practitioners practitioners,
      VisitTypes visitTypes,
      Resources resources,
      TransferList transfers,
      ObjectProvider<AlsoLacking> others,
      Clock clock) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.visitTypes = visitTypes;
    this.resources = resources;
    this.transfers = transfers;
    this.others = others;
    this.clock = clock;
  }

  /** What this clinic lacks, urgent things first; empty when it is ready. */
  @Transactional(readOnly = true)
  public List<Lack> lacks(Clinic clinic) {
    List<Practitioner> people = practitioners.of(clinic.id());
    SetUp setUp =
        new SetUp(
            clinic,
            sites.of(clinic.id()),
            people,
            practitioners.rolesOf(people.stream().map(Practitioner::id).toList()),
            visitTypes.of(clinic.id()),
            resources.of(clinic.id()),
            transfers.of(clinic.id()));
    return Stream.concat(
            setUp.lacks(clock.instant()).stream(),
            others.orderedStream().flatMap(each -> each.of(clinic).stream()))
        .toList();
  }
}
