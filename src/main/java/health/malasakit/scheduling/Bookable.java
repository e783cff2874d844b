package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Resource;
import health.malasakit.kernel.PatientId;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/** Who or what can be in one place at a time only. Sorted in the order in which all are taken. */
record Bookable(Kind kind, UUID id) implements Comparable<Bookable> {

  /** In the order of their names, as PostgreSQL sorts them. */
  enum Kind {
    DEVICE,
    PATIENT,
    PRACTITIONER,
    ROOM;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  private static final Comparator<Bookable> ORDER =
      Comparator.comparing(Bookable::kind).thenComparing(bookable -> bookable.id().toString());

  static Bookable patient(PatientId patient) {
    return new Bookable(Kind.PATIENT, patient.value());
  }

  static Bookable practitioner(PractitionerId practitioner) {
    return new Bookable(Kind.PRACTITIONER, practitioner.value());
  }

  static Bookable resource(Resource resource) {
    Kind kind =
        switch (resource.details().type()) {
          case ROOM -> Kind.ROOM;
          case DEVICE -> Kind.DEVICE;
        };
    return new Bookable(kind, resource.id().value());
  }

  @Override
  public int compareTo(Bookable other) {
    return ORDER.compare(this, other);
  }
}
