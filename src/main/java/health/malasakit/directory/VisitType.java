package health.malasakit.directory;

import health.malasakit.kernel.OrganizationId;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of visit that can be booked.
 *
 * @param givenBy who may give it; empty means every practitioner
 * @param needs kinds of room and device that it takes, one of each
 */
public record VisitType(
    VisitTypeId id,
    OrganizationId organization,
    Details details,
    Set<PractitionerId> givenBy,
    Set<Need> needs,
    boolean active,
    long version) {

  /**
   * What a person types.
   *
   * @param minutes length, 5 to 480
   * @param preparation read to the patient when it is booked
   * @param leastNoticeMinutes not bookable closer to its start than this
   */
  public record Details(
      String name,
      int minutes,
      Modality modality,
      String preparation,
      int leastNoticeMinutes,
      Patients patients) {}

  /** How the two meet. */
  public enum Modality {
    IN_PERSON,
    VIDEO,
    PHONE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For whom it is. */
  public enum Patients {
    ANY,
    NEW,
    ESTABLISHED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One room or device of this kind; the kind is in lower case. */
  public record Need(Resource.Type type, String kind) {}

  public String name() {
    return details.name();
  }

  public Duration length() {
    return Duration.ofMinutes(details.minutes());
  }

  public Duration leastNotice() {
    return Duration.ofMinutes(details.leastNoticeMinutes());
  }

  /** What a visit takes: nobody needs a room to be called, whatever the list says. */
  public Set<Need> takes() {
    return switch (details.modality()) {
      case IN_PERSON, VIDEO -> needs;
      case PHONE ->
          needs.stream()
              .filter(need -> need.type() != Resource.Type.ROOM)
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  public boolean givenBy(PractitionerId practitioner) {
    return givenBy.isEmpty() || givenBy.contains(practitioner);
  }
}
