package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenHour;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.PromiseId;
import health.malasakit.workqueue.PromiseStep;
import health.malasakit.workqueue.Promises;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the page of one promise shows. */
@Component
class PromisePages {

  private final Promises promises;
  private final PromiseLines lines;
  private final PromiseForms forms;
  private final Colleagues colleagues;
  private final Audit audit;

  PromisePages(
      Promises promises,
      PromiseLines lines,
      PromiseForms forms,
      Colleagues colleagues,
      Audit audit) {
    this.promises = promises;
    this.lines = lines;
    this.forms = forms;
    this.colleagues = colleagues;
    this.audit = audit;
  }

  /** An act that was tried: its name, what was typed, what is wrong. */
  record Doing(String act, PromiseForm form, Errors errors) {

    Doing wrong(String field, String sentence) {
      return new Doing(act, form, errors.and(field, sentence));
    }
  }

  @Transactional
  PromisePage page(ClinicAt clinic, PromiseId id) {
    var due = find(clinic, id);
    var hour = new SpokenHour(LocalTime.ofInstant(due.dueAt(), due.zone())).echo();
    return again(clinic, id, new Doing("", PromiseForm.of(Map.of("hour", hour)), Errors.NONE));
  }

  @Transactional
  PromisePage again(ClinicAt clinic, PromiseId id, Doing doing) {
    var promise = find(clinic, id);
    var line = lines.of(List.of(promise), List.of(clinic)).getFirst();
    if (!line.about().isEmpty()) {
      audit.listed(clinic.id(), "promise", promise.patient().stream().toList());
    }
    var steps = promises.history(clinic.id(), id);
    var names = colleagues.names(steps.stream().map(PromiseStep::by).distinct().toList());
    var history =
        steps.stream()
            .map(step ->
                new PromisePage.Step(
                    step.change(),
                    names.getOrDefault(step.by(), ""),
                    Moments.at(step.at(), clinic.zone()),
                    step.reason()))
            .toList();
    return new PromisePage(
        clinic.slug(),
        line,
        forms.owners(clinic),
        history,
        doing.form(),
        doing.act(),
        doing.errors());
  }

  /** The zone in which its date was said. */
  @Transactional(readOnly = true)
  ZoneId zoneOf(ClinicAt clinic, PromiseId id) {
    return find(clinic, id).zone();
  }

  private Promise find(ClinicAt clinic, PromiseId id) {
    return promises.find(clinic.id(), id).orElseThrow(() -> Refused.notFound("promise.unknown"));
  }
}
