package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Differences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Tell the clinic": of whom what was corrected here and the clinic's file disagree. */
@Controller
class DiffersController {

  private final ClinicsAt clinics;
  private final Differences differences;
  private final Patients patients;
  private final RecordGate gate;
  private final Audit audit;

  DiffersController(
      ClinicsAt clinics, Differences differences, Patients patients, RecordGate gate, Audit audit) {
    this.clinics = clinics;
    this.differences = differences;
    this.patients = patients;
    this.gate = gate;
    this.audit = audit;
  }

  @GetMapping("/tell/{clinic}")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("listed patients, those whose name is shown")
  @Transactional
  public ModelAndView show(
      @PathVariable String clinic, @RequestParam(defaultValue = "0") int from) {
    var at = clinics.named(clinic);
    var all = differences.open(at.id());
    var part = Part.of("/tell/" + at.slug() + "?from=", from, all.size(), Differences.MOST);
    return new ModelAndView(
        "desk/web/differs",
        "page",
        new DiffersPage(at.slug(), at.name(), lines(at, part.cut(all)), part));
  }

  private List<DiffersPage.Line> lines(ClinicAt at, List<Differences.Open> open) {
    var cards =
        new HashMap<>(patients.cards(open.stream().map(Differences.Open::patient).toList()));
    cards.keySet().removeAll(gate.closed(at.id(), List.copyOf(cards.keySet())));
    audit.listed(at.id(), "differences", List.copyOf(cards.keySet()));
    return open.stream()
        .map(one -> line(at, one, Optional.ofNullable(cards.get(one.patient()))))
        .toList();
  }

  private static DiffersPage.Line line(
      ClinicAt at, Differences.Open one, Optional<PatientCard> card) {
    return new DiffersPage.Line(
        card.map(PatientCard::name).orElse(""),
        href(at, one.patient()),
        card.map(shown -> String.join(", ", one.fieldWords())).orElse(""),
        Moments.dated(one.since(), at.zone()));
  }

  private static String href(ClinicAt at, PatientId patient) {
    return "/patients/" + at.slug() + "/" + patient;
  }
}
