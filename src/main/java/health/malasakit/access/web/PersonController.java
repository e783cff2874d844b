package health.malasakit.access.web;

import health.malasakit.access.FactorResets;
import health.malasakit.access.Needs;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.People;
import health.malasakit.access.Role;
import health.malasakit.access.WorkCountries;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One person of a clinic: inviting her, what she is there, and what is done for her. */
@Controller
class PersonController {

  private final People people;
  private final FactorResets resets;
  private final Organizations organizations;
  private final WorkCountries from;

  PersonController(
      People people, FactorResets resets, Organizations organizations, WorkCountries from) {
    this.people = people;
    this.from = from;
    this.resets = resets;
    this.organizations = organizations;
  }

  @GetMapping("/people/{clinic}/new")
  @Needs(object = "user_admin", verb = Verb.CREATE)
  @NotAudited(why = "shows an empty form")
  ModelAndView form(@PathVariable String clinic, Locale locale) {
    return form(clinic(clinic), InviteForm.EMPTY, Refused.invalid(""), locale);
  }

  @PostMapping("/people/{clinic}")
  @Needs(object = "user_admin", verb = Verb.CREATE)
  @Audited("invited")
  ModelAndView invite(
      @PathVariable String clinic, InviteForm form, HttpServletRequest request, Locale locale) {
    var here = clinic(clinic);
    try {
      var asked = form.account();
      var link = people.invite(here.id(), asked, form.rolesChosen());
      var page = HandOverPage.of(clinic, form.nameTyped(), address(request, link));
      return handOver(
          link.isEmpty() ? page.with(asked.country(), from.of(asked.email()), locale) : page);
    } catch (Refused no) {
      return form(here, form, no, locale);
    }
  }

  @GetMapping("/people/{clinic}/{account}")
  @Needs(object = "user_admin", verb = Verb.READ)
  @NotAudited(why = "shows staff and no patient")
  ModelAndView person(@PathVariable String clinic, @PathVariable AccountId account, Locale locale) {
    return page(clinic(clinic), account, "", locale);
  }

  @PostMapping("/people/{clinic}/{account}/countries")
  @Needs(object = "user_admin", verb = Verb.UPDATE)
  @Audited("countries, in each of her organizations")
  ModelAndView countries(
      @PathVariable String clinic,
      @PathVariable AccountId account,
      @RequestParam(defaultValue = "") String[] countries,
      Locale locale) {
    var here = clinic(clinic);
    try {
      from.allow(here.id(), account, ticked(countries));
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.INVALID) {
        throw no;
      }
      return page(here, account, no.sentence(), locale);
    }
    return new ModelAndView("redirect:/people/" + clinic + "/" + account);
  }

  @PostMapping("/people/{clinic}/{account}/roles")
  @Needs(object = "user_admin", verb = Verb.UPDATE)
  @Audited("roles")
  String roles(
      @PathVariable String clinic,
      @PathVariable AccountId account,
      @RequestParam(defaultValue = "") String[] roles) {
    people.setRoles(clinic(clinic).id(), account, rolesOf(roles));
    return "redirect:/people/" + clinic + "/" + account;
  }

  @PostMapping("/people/{clinic}/{account}/sign-out")
  @Needs(object = "user_admin", verb = Verb.UPDATE)
  @Audited("signed-out")
  String signOut(@PathVariable String clinic, @PathVariable AccountId account) {
    people.signOut(clinic(clinic).id(), account);
    return "redirect:/people/" + clinic + "/" + account;
  }

  @PostMapping("/people/{clinic}/{account}/password")
  @Needs(object = "user_admin", verb = Verb.UPDATE)
  @Audited("password-link")
  ModelAndView password(
      @PathVariable String clinic, @PathVariable AccountId account, HttpServletRequest request) {
    var here = clinic(clinic);
    var name = people.find(here.id(), account).name();
    var link = address(request, people.newPassword(here.id(), account));
    return handOver(HandOverPage.of(clinic, name, link));
  }

  @PostMapping("/people/{clinic}/{account}/closing")
  @Needs(object = "user_admin", verb = Verb.DELETE)
  @Audited("closed")
  String close(@PathVariable String clinic, @PathVariable AccountId account) {
    people.disable(clinic(clinic).id(), account);
    return "redirect:/people/" + clinic;
  }

  @PostMapping("/people/{clinic}/{account}/reset")
  @Needs(object = "factor_reset", verb = Verb.CREATE)
  @Audited("asked-factor-reset")
  String reset(@PathVariable String clinic, @PathVariable AccountId account) {
    resets.ask(clinic(clinic).id(), account);
    return "redirect:/people/" + clinic;
  }

  private ModelAndView page(Organization here, AccountId account, String wrong, Locale locale) {
    var scope = Scopes.current();
    var one = people.find(here.id(), account);
    var page =
        new PersonPage(
            here,
            one,
            people.assignable(here.id()),
            scope.may(here.id(), "user_admin", Verb.UPDATE),
            scope.may(here.id(), "user_admin", Verb.DELETE),
            scope.may(here.id(), "factor_reset", Verb.CREATE),
            PersonPage.From.of(one, from.of(account), from.reach(account), locale).wrong(wrong));
    return new ModelAndView(
        "access/web/person",
        Map.of("page", page),
        wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** What was ticked, and what was chosen beside it; the choice of none is empty text. */
  private static Set<String> ticked(String[] countries) {
    return Arrays.stream(countries).filter(code -> !code.isEmpty()).collect(Collectors.toSet());
  }

  static Set<Role> rolesOf(String[] codes) {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : Role.values()) {
      if (Arrays.asList(codes).contains(role.code())) {
        roles.add(role);
      }
    }
    return roles;
  }

  private Organization clinic(String slug) {
    return PeopleController.clinic(organizations, slug);
  }

  private static String address(HttpServletRequest request, String path) {
    var whole = request.getRequestURL().toString();
    return path.isEmpty() ? "" : whole.substring(0, whole.indexOf('/', 9)) + path;
  }

  private static ModelAndView handOver(HandOverPage page) {
    return new ModelAndView("access/web/handOver", "page", page);
  }

  private ModelAndView form(Organization clinic, InviteForm form, Refused no, Locale locale) {
    var empty = no.code().isEmpty();
    var view =
        new ModelAndView(
            "access/web/invite", empty ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return view.addObject(
        "page",
        new InvitePage(
            clinic,
            form,
            people.assignable(clinic.id()),
            Places.countries(locale),
            Places.zones(),
            InvitePage.errors(no)));
  }
}
