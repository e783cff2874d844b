package health.malasakit.scheduling.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitsToMove;
import health.malasakit.ui.When;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a closure left to do. */
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
    var names = faces.of(open);
    open.stream()
        .collect(Collectors.groupingBy(Visit::organization))
        .forEach((clinic, there) ->
            audit.listed(
                clinic, "to-move", there.stream().map(Visit::patient).distinct().toList()));
    var page = new ToMovePage(open.stream().map(visit -> line(visit, names)).toList());
    return new ModelAndView("scheduling/web/toMove", "page", page);
  }

  private static ToMovePage.Line line(Visit visit, Faces.Names names) {
    return new ToMovePage.Line(
        "/visits/" + visit.id(),
        "/openings?moves=" + visit.id(),
        names.patient(visit.patient()),
        names.type(visit) + ", " + names.practitioner(visit.place().practitioner()),
        When.of(visit.time().from(), visit.time().zone(), Scopes.current().zone()));
  }
}
