package health.malasakit.inquiries.outbound;

import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patients;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.patients.search.CallerCandidates;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What speaks against ringing a number while nobody knows whose it is: that of a voicemail, or one
 * that was typed. The hour counts for every patient who may be behind it, on her own clock; the
 * clinic's clock stands for who is not known.
 */
@Component
public class NumberRules {

  private final Clinics clinics;
  private final CallerCandidates candidates;
  private final Patients patients;
  private final HomeZones homes;
  private final NumberWords words;
  private final Clock clock;

  NumberRules(
      Clinics clinics,
      CallerCandidates candidates,
      Patients patients,
      HomeZones homes,
      NumberWords words,
      Clock clock) {
    this.clinics = clinics;
    this.candidates = candidates;
    this.patients = patients;
    this.homes = homes;
    this.words = words;
    this.clock = clock;
  }

  /**
   * What whoever rings knows better.
   *
   * @param despite whether she read that the number is stopped and rings all the same
   * @param saidBy who said that the patient asked for this hour; empty for nobody
   */
  public record Known(boolean despite, String saidBy) {

    @Override
    public String toString() {
      return "Known";
    }
  }

  /**
   * Who asked for this hour, to be kept with the call; empty in the usual ones. A number with rules
   * of its own is rung from the page of the patient alone, where these are asked.
   *
   * @throws Refused conflict on the field {@code saidBy}, code {@code number.hour}; on the field
   *     {@code despite}, code {@code number.stopped}; on the field {@code number}, code {@code
   *     number.safe_contact}; invalid, code {@code call_back.said_by}
   */
  @Transactional(readOnly = true)
  public Optional<String> check(OrganizationId clinic, Phone number, Known known) {
    if (candidates.hasSafeContact(clinic, number)) {
      throw Refused.conflict("number.safe_contact").onField("number");
    }
    var maybe = candidates.byNumber(clinic, number);
    var asked =
        night(clinic, maybe)
            .map(no -> {
              if (known.saidBy().isBlank()) {
                throw no.onField("saidBy");
              }
              return Wish.saidBy(known.saidBy());
            });
    if (!known.despite()
        && maybe.stream().anyMatch(one -> !words.stopped(clinic, one, List.of(number)).isEmpty())) {
      throw Refused.conflict("number.stopped").onField("despite");
    }
    return asked;
  }

  /** One of them for whom it is no hour to be rung is enough. */
  private Optional<Refused> night(OrganizationId clinic, List<PatientId> maybe) {
    var now = clock.instant();
    var here = Optional.ofNullable(clinics.zones().get(clinic));
    var hers =
        maybe.stream()
            .map(one -> patients.find(clinic, one).flatMap(homes::likely).or(() -> here))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    var zones = maybe.isEmpty() ? here.stream().toList() : hers;
    return zones.stream()
        .filter(zone -> !new Hours(zone, Optional.empty(), Optional.empty()).allow(now))
        .findFirst()
        .map(zone ->
            Refused.conflict(
                here.equals(Optional.of(zone)) ? "number.hour" : "number.hour/hers",
                Moments.clock(now, zone)));
  }
}
