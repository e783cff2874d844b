package health.malasakit.inquiries.gate;

import health.malasakit.access.KeyedMarks;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.Closing.About;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.search.SharedNumbers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers that did not match, counted over calls and over whoever takes them: nine in a day close
 * the question for a day (our own number; no law names one). Of a number that rings all are
 * counted. Of callers without one the name and the birth date that they say are counted, whether or
 * not anybody of them is on file: who guesses closes what she guesses, and not the telephone of all
 * others who ring without a number. Of a patient whose name and birth date were right, what did not
 * match beside them is counted, from wherever it was said. A call that we made counts for no
 * number.
 */
@Component
class Guesses {

  /** So many answers that do not match close a question. */
  static final int WRONG_MAX = 9;

  /** They are counted so long, and close it so long. */
  static final Duration DAY = Duration.ofHours(24);

  private final GuessStore store;
  private final ObjectProvider<SharedNumbers> shared;
  private final KeyedMarks marks;
  private final Audit audit;
  private final Clock clock;

  Guesses(
      GuessStore store,
      ObjectProvider<SharedNumbers> shared,
      KeyedMarks marks,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.shared = shared;
    this.marks = marks;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether what a caller says is not compared now. */
  boolean closed(Asking asking) {
    return closed(asking.call().organization(), said(asking));
  }

  /** Whether one thing more of any of these is not compared now. */
  boolean closed(OrganizationId organization, List<Guessed> some) {
    if (some.isEmpty()) {
      return false;
    }
    store.alone(organization, some);
    return !store.standing(organization, some, clock.instant()).isEmpty();
  }

  /** An answer did not match. Called with what {@link #closed} said no to. */
  void wrong(Asking asking) {
    wrong(asking.call(), said(asking));
  }

  /** The same of one thing more. */
  void wrong(Call call, List<Guessed> some) {
    var now = clock.instant();
    for (var one : some) {
      store.add(call.organization(), one, call.id(), now);
      if (store.counted(call.organization(), one, now.minus(DAY)) >= WRONG_MAX) {
        close(call, one);
      }
    }
  }

  private void close(Call call, Guessed one) {
    var now = clock.instant();
    store.close(
        new Closing(
            call.organization(),
            Ids.next(),
            one.about(),
            one.patient(),
            call.id(),
            now,
            now.plus(DAY)),
        one);
    audit.done(
        Act.on(call.organization(), "guess-closed", "call", call.id().value())
            .with(one.about().code()));
  }

  /** One thing more than name and birth date of these. */
  List<Guessed> about(Collection<Patient> patients) {
    return patients.stream()
        .map(her -> {
          var mark = mark(her.organization(), About.PATIENT, her.id().toString());
          return new Guessed(About.PATIENT, mark, Optional.of(her.id()));
        })
        .toList();
  }

  /** The number of a call; empty for one that we made, or without a number that says who rings. */
  Optional<Guessed> number(Call call) {
    return call.line()
        .other()
        .filter(one -> call.line().direction() == Call.Direction.IN)
        .filter(one -> tells(call.organization(), one))
        .map(one -> guessed(call.organization(), About.NUMBER, PatientPhone.lastTen(one)));
  }

  private boolean tells(OrganizationId clinic, Phone number) {
    return number.valid()
        && shared.stream()
            .noneMatch(one -> one.pointsToNobody(clinic, PatientPhone.lastTen(number)));
  }

  private List<Guessed> said(Asking asking) {
    var call = asking.call();
    if (call.line().direction() == Call.Direction.OUT) {
      return List.of();
    }
    return number(call).map(List::of).orElseGet(() -> named(asking));
  }

  /** The letters of the name in any order, so that it is one however it is said. */
  private List<Guessed> named(Asking asking) {
    var clinic = asking.call().organization();
    var said = asking.said();
    var some = new ArrayList<Guessed>();
    var letters = Folding.fold(said.name()).chars().sorted().toArray();
    if (letters.length > 0) {
      some.add(guessed(clinic, About.NAME, new String(letters, 0, letters.length)));
    }
    if (!said.birthDate().isBlank()) {
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      some.add(guessed(clinic, About.BIRTH_DATE, asking.born(today).toString()));
    }
    return some;
  }

  private Guessed guessed(OrganizationId clinic, About about, String text) {
    return new Guessed(about, mark(clinic, about, text), Optional.empty());
  }

  private String mark(OrganizationId clinic, About about, String text) {
    return marks.of("guess/" + clinic + "/" + about.code(), text);
  }
}
