package health.malasakit.access.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.FactorResets;
import health.malasakit.access.Needs;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.People;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Part;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who works in a clinic, and what waits for a second person. */
@Controller
class PeopleController {

  private final People people;
  private final FactorResets resets;
  private final Organizations organizations;
  private final Accounts accounts;

  PeopleController(
      People people, FactorResets resets, Organizations organizations, Accounts accounts) {
    this.people = people;
    this.resets = resets;
    this.organizations = organizations;
    this.accounts = accounts;
  }

  @GetMapping("/people")
  @Needs(object = "user_admin", verb = Verb.READ)
  @NotAudited(why = "shows staff and no patient")
  ModelAndView first() {
    return page(organizations.inScope().getFirst(), 0);
  }

  @GetMapping("/people/{clinic}")
  @Needs(object = "user_admin", verb = Verb.READ)
  @NotAudited(why = "shows staff and no patient")
  ModelAndView ofClinic(@PathVariable String clinic, @RequestParam(defaultValue = "0") int from) {
    return page(clinic(organizations, clinic), from);
  }

  @PostMapping("/people/{clinic}/resets/{id}/confirmation")
  @Needs(object = "factor_reset", verb = Verb.APPROVE)
  @Audited("confirmed-factor-reset")
  String confirm(@PathVariable String clinic, @PathVariable String id) {
    resets.confirm(clinic(organizations, clinic).id(), Ids.parse(id));
    return "redirect:/people/" + clinic;
  }

  /** The clinic of a slug among those in scope; another's is as if it were not there. */
  static Organization clinic(Organizations organizations, String slug) {
    return organizations.inScope().stream()
        .filter(one -> one.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("clinic.missing"));
  }

  private ModelAndView page(Organization clinic, int from) {
    var all = people.of(clinic.id());
    var part = Part.of("/people/" + clinic.slug() + "?from=", from, all.size(), People.MOST);
    var waiting = resets.waiting(clinic.id());
    var names = accounts.namesOf(waiting.stream().flatMap(PeopleController::people).toList());
    var reader = Scopes.current().account().orElseThrow();
    var rows =
        waiting.stream()
            .map(asked ->
                new PeoplePage.Reset(
                    asked.id().toString(),
                    names.getOrDefault(asked.account(), ""),
                    names.getOrDefault(asked.by(), ""),
                    asked.mayBeConfirmedBy(reader)))
            .toList();
    return new ModelAndView(
        "access/web/people",
        "page",
        new PeoplePage(
            clinic,
            organizations.inScope(),
            part.cut(all),
            part,
            rows,
            Scopes.current().may(clinic.id(), "user_admin", Verb.CREATE)));
  }

  private static Stream<AccountId> people(FactorResets.Asked asked) {
    return List.of(asked.account(), asked.by()).stream();
  }
}
