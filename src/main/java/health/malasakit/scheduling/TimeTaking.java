package health.malasakit.scheduling;

import health.malasakit.directory.Resource;
import health.malasakit.directory.Resources;
import health.malasakit.directory.VisitType;
import health.malasakit.scheduling.Occupancy.Claim;
import health.malasakit.scheduling.Occupancy.Taken;
import health.malasakit.scheduling.book.Overlaps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the time of everybody and everything that a visit needs. */
@Component
class TimeTaking {

  /** For whom the time is taken. */
  record For(UUID holder, UUID visit, Optional<Instant> until) {

    static For hold(Hold hold) {
      return new For(
          hold.id().value(),
          hold.moves().map(VisitId::value).orElse(hold.id().value()),
          Optional.of(hold.until()));
    }

    static For visit(VisitId visit) {
      return new For(visit.value(), visit.value(), Optional.empty());
    }
  }

  private final Occupancy occupancy;
  private final Resources resources;
  private final Overlaps overlaps;

  TimeTaking(Occupancy occupancy, Resources resources, Overlaps overlaps) {
    this.occupancy = occupancy;
    this.resources = resources;
    this.overlaps = overlaps;
  }

  /** Takes it all, or returns what stands in the way. */
  List<Taken> take(BookingRules.Allowed wanted, For whom) {
    var patientBeside = patientBeside(wanted, whom);
    Set<Bookable> lost = new HashSet<>();
    while (true) {
      var things = things(wanted, whom, lost);
      if (things.isEmpty()) {
        return List.of(nothingFree(wanted, whom));
      }
      var claim = claim(wanted, whom, patientBeside, things.get());
      var inTheWay = occupancy.take(claim);
      // Another room of the same kind may still be free; a person cannot be replaced.
      if (inTheWay.isEmpty() || inTheWay.stream().anyMatch(taken -> isPerson(taken.what()))) {
        return inTheWay;
      }
      inTheWay.forEach(taken -> lost.add(taken.what()));
    }
  }

  /** Takes the time of a visit for another patient, or returns what of hers stands in the way. */
  List<Taken> takeFor(BookingRules.Allowed wanted, VisitId visit) {
    var beside = patientBeside(wanted, For.visit(visit));
    return occupancy.take(
        new Claim(
            wanted.organization(),
            visit.value(),
            visit.value(),
            beside,
            wanted.time().stretch(),
            List.of(Bookable.patient(wanted.patient().id())),
            Optional.empty()));
  }

  private static Claim claim(
      BookingRules.Allowed wanted, For whom, UUID patientBeside, List<Bookable> things) {
    var what = new ArrayList<>(things);
    what.add(Bookable.patient(wanted.patient().id()));
    what.add(Bookable.practitioner(wanted.practitioner().id()));
    return new Claim(
        wanted.organization(),
        whom.holder(),
        whom.visit(),
        patientBeside,
        wanted.time().stretch(),
        what,
        whom.until());
  }

  /** One free room or device for each need of the visit type; empty when some need has none. */
  private Optional<List<Bookable>> things(
      BookingRules.Allowed wanted, For whom, Set<Bookable> lost) {
    if (wanted.type().takes().isEmpty()) {
      return lost.isEmpty() ? Optional.of(List.of()) : Optional.empty();
    }
    var here = resources.at(wanted.site());
    var taken =
        occupancy.taken(
            wanted.organization(),
            here.stream().map(Bookable::resource).toList(),
            wanted.time().stretch());
    var busy = new HashSet<>(lost);
    taken.stream()
        .filter(one -> !one.beside().equals(whom.visit()))
        .forEach(one -> busy.add(one.what()));
    return choose(wanted.type(), here, busy);
  }

  static Optional<List<Bookable>> choose(VisitType type, List<Resource> here, Set<Bookable> busy) {
    var chosen = new ArrayList<Bookable>();
    for (var need : type.takes()) {
      var free =
          here.stream()
              .filter(resource -> resource.meets(need))
              .map(Bookable::resource)
              .filter(one -> !busy.contains(one))
              .findFirst();
      if (free.isEmpty()) {
        return Optional.empty();
      }
      chosen.add(free.get());
    }
    return Optional.of(chosen);
  }

  /**
   * Where the clinic lets two kinds of visit overlap for one patient, whoever may overlap is
   * decided one after the other, and shares the mark of what lies beside.
   */
  private UUID patientBeside(BookingRules.Allowed wanted, For whom) {
    var organization = wanted.organization();
    var patient = Bookable.patient(wanted.patient().id());
    var own =
        occupancy.of(organization, whom.visit()).stream()
            .filter(taken -> taken.what().equals(patient))
            .map(Taken::beside)
            .findFirst()
            .orElse(whom.visit());
    var besides = overlaps.besides(organization, wanted.type().id());
    if (besides.isEmpty()) {
      return own;
    }
    occupancy.lockPatient(organization, patient);
    var others =
        occupancy.taken(organization, List.of(patient), wanted.time().stretch()).stream()
            .filter(taken -> !taken.holder().equals(whom.visit()))
            .toList();
    var marks = others.stream().map(Taken::beside).distinct().toList();
    var types = occupancy.typesOf(organization, others.stream().map(Taken::holder).toList());
    boolean allowed = types.size() == others.size() && besides.containsAll(types);
    return marks.size() == 1 && allowed ? marks.getFirst() : own;
  }

  private static boolean isPerson(Bookable what) {
    return switch (what.kind()) {
      case PATIENT, PRACTITIONER -> true;
      case ROOM, DEVICE -> false;
    };
  }

  private static Taken nothingFree(BookingRules.Allowed wanted, For whom) {
    var none = new Bookable(Bookable.Kind.ROOM, wanted.site().id().value());
    return new Taken(none, wanted.time().stretch(), Optional.empty(), whom.holder(), whom.visit());
  }
}
