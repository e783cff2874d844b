package health.malasakit.desk.privacy;

import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.PatientCard;
import health.malasakit.ui.Part;
import java.util.List;
import java.util.Map;

/** Records that are closed, and patients hidden from a country. */
public record RestrictedPage(
    ClinicAt clinic, List<Marked> marked, List<Hidden> hidden, Parts parts) {

  /** Which part of each list the page shows. */
  public record Parts(Part marked, Part hidden) {

    static final Parts WHOLE = new Parts(Part.of("", 0, 0, 1), Part.of("", 0, 0, 1));
  }

  RestrictedPage with(Parts shown) {
    return new RestrictedPage(clinic, marked, hidden, shown);
  }

  /** A closed record and why; the mark is a code. */
  public record Marked(String patientId, String name, String mark, String since) {

    @Override
    public String toString() {
      return "Marked[" + patientId + "]";
    }
  }

  /** A patient hidden from a country, by which rule. */
  public record Hidden(String patientId, String name, String country, String rule, String since) {

    @Override
    public String toString() {
      return "Hidden[" + patientId + "]";
    }
  }

  static RestrictedPage of(
      ClinicAt clinic,
      List<RestrictedRecords.Marked> marked,
      List<Restrictions.Restriction> hidden,
      Map<PatientId, PatientCard> cards) {
    return new RestrictedPage(
        clinic,
        marked.stream()
            .map(one ->
                new Marked(
                    one.patient().toString(),
                    name(cards, one.patient()),
                    one.mark().code(),
                    Moments.dated(one.since(), clinic.zone())))
            .toList(),
        hidden.stream()
            .map(one ->
                new Hidden(
                    one.patient().toString(),
                    name(cards, one.patient()),
                    one.country(),
                    one.rule(),
                    Moments.dated(one.since(), clinic.zone())))
            .toList(),
        Parts.WHOLE);
  }

  private static String name(Map<PatientId, PatientCard> cards, PatientId patient) {
    var card = cards.get(patient);
    return card == null ? "" : card.name();
  }
}
