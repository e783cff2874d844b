package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.kernel.Verb;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The signs, one key away; choosing one opens an emergency. */
@Controller
class RedFlagsController {

  private static final String LIST = "inquiries/redflags/web/flags";

  private final FlagPages pages;
  private final RedFlags flags;
  private final Emergencies emergencies;
  private final Clinics clinics;
  private final Callers callers;

  RedFlagsController(
      FlagPages pages, RedFlags flags, Emergencies emergencies, Clinics clinics, Callers callers) {
    this.pages = pages;
    this.flags = flags;
    this.emergencies = emergencies;
    this.clinics = clinics;
    this.callers = callers;
  }

  /**
   * While one of hers is open the key leads back to it, unless another caller is on the line,
   * several wait, or she asks for another sign.
   *
   * @param asked as names of an address: clinic, within, another, closed, and the id of the call on
   *     whose page the key was pressed, caller
   */
  @GetMapping("/red-flags")
  @Needs(object = "red_flags", verb = Verb.READ)
  @NotAudited(why = "shows words to say, and of her own callers who wait the name that they proved")
  ModelAndView list(@RequestParam Map<String, String> asked) {
    var within = asked.getOrDefault("within", "");
    var caller = asked.getOrDefault("caller", "");
    var page =
        pages
            .list(asked.getOrDefault("clinic", ""), "", within, caller)
            .after(asked.getOrDefault("closed", ""));
    boolean leads = within.isEmpty() && !asked.getOrDefault("another", "").equals("yes");
    var back = leads ? pages.back(caller) : Optional.<String>empty();
    return back.map(href -> new ModelAndView("redirect:" + href))
        .orElseGet(() -> new ModelAndView(LIST, "page", page));
  }

  /** The same without a script in the browser: what was typed stands in no address. */
  @PostMapping("/red-flags")
  @Needs(object = "red_flags", verb = Verb.READ)
  @NotAudited(why = "shows words to say, and of her own callers who wait the name that they proved")
  ModelAndView find(
      @RequestParam(defaultValue = "") String clinic,
      @RequestParam(defaultValue = "") String within,
      @RequestParam(defaultValue = "") String caller,
      @RequestParam(defaultValue = "") String heard) {
    return new ModelAndView(LIST, "page", pages.list(clinic, heard, within, caller));
  }

  /** What floats over every page while an emergency of hers is open. */
  @GetMapping("/red-flags/strip")
  @Needs(object = "red_flags", verb = Verb.READ)
  @NotAudited(why = "shows clinics and no patient")
  ModelAndView strip() {
    return new ModelAndView("inquiries/redflags/web/strip", "page", pages.strip());
  }

  @GetMapping("/red-flags/{code}")
  @Needs(object = "red_flags", verb = Verb.READ)
  @NotAudited(why = "shows words to say, and of her own callers who wait the name that they proved")
  ModelAndView words(@PathVariable String code) {
    return new ModelAndView("inquiries/redflags/web/flag", "page", pages.one(code));
  }

  /**
   * Pressed twice it is one: who has an emergency open in this contact goes on with that.
   *
   * @param caller id of the call of her whom it is about, where it was asked; else empty
   */
  @PostMapping("/red-flags/{code}/emergency")
  @Needs(object = "red_flags", verb = Verb.CREATE)
  @Audited("opened emergency")
  String open(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String clinic,
      @RequestParam(defaultValue = "") String caller) {
    var flag = flags.get(code);
    var at = caller.isEmpty() ? clinics.bySlug(clinic) : callers.clinic(caller);
    return "redirect:/emergencies/"
        + at.slug()
        + "/"
        + emergencies.open(at.id(), flag, callers.contact(at, caller));
  }
}
