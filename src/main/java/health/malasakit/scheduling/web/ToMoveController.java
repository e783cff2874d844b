package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitToMove;
import health.malasakit.scheduling.VisitsToMove;
import health.malasakit.ui.When;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What closures and deaths left to do. */
@Controller
class ToMoveController {

  private final VisitsToMove toMove;
  private final Faces faces;
  private final Audit audit;

  ToMoveController(VisitsToMove toMove, Faces faces, Audit audit) {
    this.toMove = toMove;
    this.faces = faces;
    this.audit = audit;
  }

  @GetMapping("/to-move")
  @Needs(object = "appointments", verb = Verb.READ)
  @Audited("listed to-move")
  @Transactional
  ModelAndView list() {
    var open = toMove.list();
    var visits = open.stream().map(VisitToMove::visit).toList();
    var names = faces.of(visits);
    visits.stream()
        .collect(Collectors.groupingBy(Visit::organization))
        .forEach((clinic, there) ->
            audit.listed(
                clinic, "to-move", there.stream().map(Visit::patient).distinct().toList()));
    var page = new ToMovePage(open.stream().map(each -> line(each, names)).toList());
    return new ModelAndView("scheduling/web/toMove", "page", page);
  }

  private static ToMovePage.Line line(VisitToMove open, Faces.Names names) {
    var visit = open.visit();
    if (names.closed(visit)) {
      return ToMovePage.Line.closed("/visits/" + visit.id(), names.patient(visit), when(visit));
    }
    return new ToMovePage.Line(
        open.patientDied() ? "/visits/" + visit.id() : "/openings?moves=" + visit.id(),
        open.patientDied(),
        names.patient(visit),
        names.type(visit) + ", " + names.practitioner(visit.place().practitioner()),
        when(visit),
        visit.confidential());
  }

  private static When when(Visit visit) {
    return When.of(visit.time().from(), visit.time().zone(), Scopes.current().zone());
  }
}
