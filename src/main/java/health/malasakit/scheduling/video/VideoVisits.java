package health.malasakit.scheduling.video;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.directory.video.JoinAddress;
import health.malasakit.directory.video.VideoRooms;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.licence.Licence;
import health.malasakit.scheduling.licence.Licences;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A visit by video takes place where the patient is: she is asked which state that will be, and the
 * practitioner's licences follow it. Booking and what is said of it are one transaction.
 */
@Component
public class VideoVisits {

  private final VideoVisitStore store;
  private final VideoRooms rooms;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Licences licences;
  private final Audit audit;
  private final Clock clock;

  VideoVisits(
      VideoVisitStore store,
      VideoRooms rooms,
      Practitioners practitioners,
      VisitTypes types,
      Licences licences,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.rooms = rooms;
    this.practitioners = practitioners;
    this.types = types;
    this.licences = licences;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether a visit is by video. */
  @Transactional(readOnly = true)
  public boolean isOne(Visit visit) {
    return visit
        .place()
        .type()
        .flatMap(types::modality)
        .filter(one -> one == VisitType.Modality.VIDEO)
        .isPresent();
  }

  /** What was said of a visit by video; empty for any other, and where nobody said it. */
  @Transactional(readOnly = true)
  public Optional<Joining> of(Visit visit) {
    return Optional.ofNullable(of(visit.organization(), List.of(visit.id())).get(visit.id()));
  }

  /** The same of many visits of one clinic, in one question. */
  @Transactional(readOnly = true)
  public Map<VisitId, Joining> of(OrganizationId clinic, Collection<VisitId> visits) {
    return visits.isEmpty() ? Map.of() : store.newest(clinic, visits);
  }

  /** What is proposed when it is asked: where she lives, and the practitioner's standing room. */
  @Transactional(readOnly = true)
  public Proposal proposed(OrganizationId clinic, PatientId patient, PractitionerId with) {
    return new Proposal(licences.state(clinic, patient), rooms.of(clinic, with));
  }

  public record Proposal(Optional<String> state, Optional<JoinAddress> room) {

    @Override
    public String toString() {
      return "Proposal";
    }
  }

  /**
   * Books, and writes down what was said; nothing is booked when it may not be.
   *
   * @param despite why it was held although her address is in a state without licence; else empty
   * @throws Refused as the booking; invalid, codes {@code video.state} and {@code video.address};
   *     conflict, code {@code video.licence}
   */
  @Transactional
  public Visit booked(Supplier<Visit> booking, VideoSaid said, String despite) {
    var visit = booking.get();
    if (isOne(visit)) {
      write(visit, said, Optional.empty(), despite);
    }
    return visit;
  }

  /**
   * Moves: with the same practitioner what was said stays, with another it is asked again. A visit
   * of which nobody ever said it moves without being asked, as long as the practitioner stays.
   *
   * @throws Refused as {@link #booked}
   */
  @Transactional
  public Visit moved(Visit before, Supplier<Visit> moving, VideoSaid said, String despite) {
    var known = of(before);
    var visit = moving.get();
    boolean same = before.place().practitioner().equals(visit.place().practitioner());
    boolean silent = same && said.state().isEmpty() && said.join().isEmpty();
    if (isOne(visit) && !(silent && isOne(before))) {
      write(visit, said, same ? known : Optional.empty(), despite);
    }
    return visit;
  }

  /**
   * Says it of a visit that is booked.
   *
   * @throws Refused as {@link #booked}, and conflict, code {@code video.other}
   */
  @Transactional
  public void say(Visit visit, VideoSaid said) {
    if (!isOne(visit) || !visit.status().code().equals("booked")) {
      throw Refused.conflict("video.other");
    }
    write(visit, said, of(visit), "");
    audit.done(
        Act.onPatient(visit.organization(), "changed", visit.patient())
            .of("visit", visit.id().value())
            .with("video"));
  }

  private void write(Visit visit, VideoSaid said, Optional<Joining> known, String despite) {
    var state =
        said.state()
            .map(VideoVisits::code)
            .or(() -> known.map(Joining::state))
            .orElseThrow(VideoVisits::noState);
    requireLicence(visit, state, despite);
    var address =
        said.join()
            .map(JoinAddress::read)
            .orElseGet(() -> known.isPresent() ? known.flatMap(Joining::address) : room(visit));
    store.add(visit, new Joining(state, address), clock.instant());
  }

  /** The reason for which it was held counts for the state of her address alone. */
  private void requireLicence(Visit visit, String state, String despite) {
    var with = practitioner(visit);
    boolean insisted =
        !despite.isEmpty()
            && licences
                .state(visit.organization(), visit.patient())
                .filter(state::equals)
                .isPresent();
    if (with.isEmpty() || insisted) {
      return;
    }
    if (Licence.of(with.get(), type(visit).orElseThrow(), Optional.of(state))
        instanceof Licence.Missing(var name, var states, var there, var how)) {
      throw Refused.conflict(
              "video.licence", name, String.join(", ", states), Licences.named(there))
          .onField("state");
    }
  }

  private Optional<JoinAddress> room(Visit visit) {
    return visit.place().practitioner().flatMap(one -> rooms.of(visit.organization(), one));
  }

  private Optional<Practitioner> practitioner(Visit visit) {
    return visit
        .place()
        .practitioner()
        .flatMap(id -> Optional.ofNullable(practitioners.byIds(List.of(id)).get(id)));
  }

  private Optional<VisitType> type(Visit visit) {
    return visit
        .place()
        .type()
        .flatMap(id -> Optional.ofNullable(types.byIds(List.of(id)).get(id)));
  }

  private static String code(String state) {
    return Licences.code(state).orElseThrow(VideoVisits::noState);
  }

  private static Refused noState() {
    return Refused.invalid("video.state").onField("state");
  }
}
