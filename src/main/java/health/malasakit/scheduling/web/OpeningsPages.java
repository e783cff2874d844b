package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.scheduling.Opening;
import health.malasakit.scheduling.Openings;
import health.malasakit.scheduling.PastVisits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of openings shows. */
@Component
class OpeningsPages {

  private static final int AT_ONCE = 3;

  private final OpeningsQuestions questions;
  private final Unfit unfit;
  private final Openings openings;
  private final PastVisits past;
  private final Practitioners practitioners;
  private final OpeningsWords words;
  private final SchedulingWords sayings;
  private final Audit audit;

  OpeningsPages(
      OpeningsQuestions questions,
      Unfit unfit,
      Openings openings,
      PastVisits past,
      Practitioners practitioners,
      OpeningsWords words,
      SchedulingWords sayings,
      Audit audit) {
    this.questions = questions;
    this.unfit = unfit;
    this.openings = openings;
    this.past = past;
    this.practitioners = practitioners;
    this.words = words;
    this.sayings = sayings;
    this.audit = audit;
  }

  @Transactional
  OpeningsPage show(OpeningsForm asked, String trouble) {
    var question = questions.of(asked);
    var form = question.form();
    var patient = question.patient();
    patient.ifPresent(card -> audit.opened(card.organization(), card.id()));
    var usual = patient.flatMap(card -> past.usualPractitioner(card.organization(), card.id()));
    var groups =
        question.error().isEmpty() ? groups(question, usual) : List.<OpeningsPage.Group>of();
    return new OpeningsPage(
        question.whereabouts(),
        patient
            .map(card -> sayings.say("openings.for", card.name()))
            .orElseGet(() -> sayings.say("openings.title")),
        under(question),
        form.patient().map(Object::toString).orElse(""),
        form.moves().map(Object::toString).orElse(""),
        form.to("/holds"),
        trouble,
        words.filters(form, choices(question), echo(question), question.error()),
        groups,
        words.ways(form, groups, question.places()));
  }

  private List<OpeningsPage.Group> groups(
      OpeningsQuestion question, Optional<PractitionerId> usual) {
    var wanted = question.wanted();
    var groups = new ArrayList<OpeningsPage.Group>();
    var hers = List.<Opening>of();
    int key = 1;
    if (usual.isPresent() && question.form().practitioners().isEmpty()) {
      hers = openings.soonest(wanted.with(Set.of(usual.get())), AT_ONCE);
      var name = practitioners.get(usual.get()).name();
      var heading = sayings.say("openings.usual", name);
      groups.add(group(new OpeningsWords.Heading("usual", heading, key), hers, question));
      key += hers.size();
    }
    var anyone = openings.toSay(wanted, AT_ONCE, hers);
    var title = sayings.say(hers.isEmpty() ? "openings.earliest" : "openings.earliest.anyone");
    groups.add(group(new OpeningsWords.Heading("earliest", title, key), anyone, question));
    return groups.stream().filter(group -> !group.times().isEmpty()).toList();
  }

  private OpeningsPage.Group group(
      OpeningsWords.Heading heading, List<Opening> found, OpeningsQuestion question) {
    var busy = unfit.elsewhere(found);
    var readers =
        new OpeningsWords.Readers(
            question.today(),
            question.patientZone(),
            question::meets,
            opening -> busy.getOrDefault(opening, ""),
            unfit.in(question));
    return words.group(heading, found, readers);
  }

  private OpeningsWords.Choices choices(OpeningsQuestion question) {
    var people =
        question.places().stream()
            .flatMap(site -> practitioners.at(site).stream())
            .distinct()
            .sorted(Comparator.comparing(one -> one.details().family()))
            .toList();
    return new OpeningsWords.Choices(question.kinds(), question.places(), people);
  }

  private String under(OpeningsQuestion question) {
    var type = question.form().type();
    if (type.isEmpty()) {
      return sayings.say("openings.under.none");
    }
    int row = question.form().inARow();
    return row == 1
        ? sayings.say("openings.under", type)
        : sayings.say("openings.under.row", type, String.valueOf(row));
  }

  private String echo(OpeningsQuestion question) {
    var date = new SpokenDate(question.from()).echo();
    return question.places().stream()
        .findFirst()
        .map(site -> sayings.say("openings.echo", date, site.name()))
        .orElse(date);
  }
}
