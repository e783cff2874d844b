package health.malasakit.inquiries.texts.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.texts.TextIn.Became;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.TextsIn;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Undo;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Texts that wait for a person: read, taken, given back, settled. */
@Controller
class ToReadController {

  private static final String ONE = "/texts/{organization}/{id}";

  private final ToReadPages lists;
  private final TextPages pages;
  private final TextsIn texts;
  private final TextActs acts;
  private final TextMessages messages;
  private final Receipts receipts;

  ToReadController(
      ToReadPages lists,
      TextPages pages,
      TextsIn texts,
      TextActs acts,
      TextMessages messages,
      Receipts receipts) {
    this.lists = lists;
    this.pages = pages;
    this.texts = texts;
    this.acts = acts;
    this.messages = messages;
    this.receipts = receipts;
  }

  @GetMapping("/texts")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("listed the patients whose texts it shows")
  ModelAndView list() {
    return new ModelAndView("inquiries/texts/web/toRead", "page", lists.list());
  }

  /** What floats over every page while a text tells of danger. */
  @GetMapping("/texts/alarm")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @NotAudited(why = "shows a clinic and no patient")
  ModelAndView alarm() {
    return new ModelAndView("inquiries/texts/web/alarm", "page", lists.alarm());
  }

  @GetMapping(ONE)
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("read text")
  ModelAndView show(
      @PathVariable("organization") OrganizationId clinic, @PathVariable TextInId id) {
    return new ModelAndView(
        "inquiries/texts/web/text", "page", pages.page(clinic, id, TextPage.Doing.NOTHING));
  }

  @PostMapping(ONE + "/taking")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("taken text")
  ModelAndView take(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    var act = new Act(clinic, id, "taking", new TextForm(sent));
    return done(
        act,
        () -> {
          texts.take(clinic, id, act.form().seen());
          return ToReadLines.href(clinic, id);
        });
  }

  @PostMapping(ONE + "/return")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("returned text")
  ModelAndView giveBack(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    var act = new Act(clinic, id, "return", new TextForm(sent));
    return done(
        act,
        () -> {
          texts.giveBack(clinic, id, act.form().seen());
          return "/texts";
        });
  }

  @PostMapping(ONE + "/closing")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("done text")
  ModelAndView close(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent,
      RedirectAttributes next) {
    var act = new Act(clinic, id, "closing", new TextForm(sent));
    var answer =
        done(
            act,
            () -> {
              var note = new TextsIn.Settled(Became.DONE, act.form().text("note"));
              texts.settle(clinic, id, act.form().seen(), note);
              return "/texts";
            });
    var back = ToReadLines.href(clinic, id) + "/reopening?seen=" + (act.form().seen() + 1);
    next.addFlashAttribute(Undo.FLASH, new Undo("incoming.undo", back, "/texts"));
    return answer;
  }

  @PostMapping(ONE + "/message")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("message text; taken message")
  ModelAndView message(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    var act = new Act(clinic, id, "message", new TextForm(sent));
    return done(act, () -> messages.take(clinic, id, act.form()));
  }

  /** A call to that number begins, and is hers. */
  @PostMapping(ONE + "/call")
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("call-back text; opened call")
  ModelAndView call(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    var act = new Act(clinic, id, "call", new TextForm(sent));
    return done(act, () -> acts.call(clinic, id, act.form()));
  }

  /** One text of hers answers it; it goes out after what was typed is kept. */
  @PostMapping(ONE + "/answer")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("answered text")
  ModelAndView answer(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable TextInId id,
      @RequestParam Map<String, String> sent) {
    var act = new Act(clinic, id, "answer", new TextForm(sent));
    var made = new AtomicReference<Optional<TextsIn.Prepared>>(Optional.empty());
    var view =
        done(
            act,
            () -> {
              made.set(Optional.of(acts.answer(clinic, id, act.form())));
              return ToReadLines.href(clinic, id);
            });
    made.get().ifPresent(acts::goOut);
    return view;
  }

  private record Act(OrganizationId clinic, TextInId id, String name, TextForm form) {}

  /** Does it once; when it cannot be, the page shows why, with what was typed. */
  private ModelAndView done(Act act, Supplier<String> how) {
    lists.open(act.clinic(), act.id());
    try {
      var place = receipts.once(act.form().request(), how);
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      return switch (no.kind()) {
        case CONFLICT ->
            no.field().isPresent()
                ? again(act, no, HttpStatus.UNPROCESSABLE_CONTENT)
                : overtaken(act, no);
        case INVALID -> again(act, no, HttpStatus.UNPROCESSABLE_CONTENT);
        case NOT_FOUND, DENIED -> throw no;
      };
    }
  }

  private ModelAndView again(Act act, Refused no, HttpStatusCode status) {
    var field = no.field().orElseThrow(() -> no);
    var errors = Errors.NONE.and(field, no.sentence());
    return page(act, new TextPage.Doing(act.name(), act.form(), errors, ""), status);
  }

  private ModelAndView overtaken(Act act, Refused no) {
    var doing = new TextPage.Doing(act.name(), act.form(), Errors.NONE, no.sentence());
    return page(act, doing, HttpStatus.CONFLICT);
  }

  private ModelAndView page(Act act, TextPage.Doing doing, HttpStatusCode status) {
    var page = pages.page(act.clinic(), act.id(), doing);
    var view = new ModelAndView("inquiries/texts/web/text", "page", page);
    view.setStatus(status);
    return view;
  }
}
