package health.malasakit.inquiries.messages.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.messages.MessageId;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Undo;
import health.malasakit.workqueue.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages for the clinic: read, answered, handed back, passed on, told to the caller. */
@Controller
class MessageController {

  private static final String ONE = "/messages/{organization}/{id}";
  private static final String VIEW = "inquiries/messages/web/message";

  private final MessagePages pages;
  private final Messages messages;
  private final Drafts drafts;
  private final Receipts receipts;

  MessageController(MessagePages pages, Messages messages, Drafts drafts, Receipts receipts) {
    this.pages = pages;
    this.messages = messages;
    this.drafts = drafts;
    this.receipts = receipts;
  }

  @GetMapping("/messages")
  @Needs(object = "messages", verb = Verb.READ)
  @Audited("listed the patients of the messages")
  ModelAndView list() {
    return new ModelAndView("inquiries/messages/web/messages", "page", pages.list());
  }

  @GetMapping(ONE)
  @Needs(object = "messages", verb = Verb.READ)
  @Audited("read message")
  ModelAndView show(
      @PathVariable("organization") OrganizationId clinic, @PathVariable MessageId id) {
    return new ModelAndView(VIEW, "page", pages.page(clinic, id, MessagePage.Doing.NOTHING));
  }

  @GetMapping(ONE + "/danger")
  @Needs(object = "messages", verb = Verb.CREATE)
  @NotAudited(why = "shows words to say, to who took the message, and no patient")
  ModelAndView danger(
      @PathVariable("organization") OrganizationId clinic, @PathVariable MessageId id) {
    return new ModelAndView("inquiries/messages/web/danger", "page", pages.danger(clinic, id));
  }

  @PostMapping(ONE + "/answer")
  @Needs(object = "messages", verb = Verb.UPDATE)
  @Audited("answered message")
  ModelAndView answer(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MessageId id,
      ActForm form) {
    return done(
        new Act(clinic, id, "answer", form),
        () -> messages.answer(clinic, id, form.version(), form.text()));
  }

  @PostMapping(ONE + "/return")
  @Needs(object = "messages", verb = Verb.UPDATE)
  @Audited("handed-back message")
  ModelAndView handBack(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MessageId id,
      ActForm form) {
    return done(
        new Act(clinic, id, "return", form),
        () -> messages.handBack(clinic, id, form.version(), form.text()));
  }

  /** Whoever took it may pass it on too, once it came back to her. */
  @PostMapping(ONE + "/role")
  @Needs(object = "messages", verb = Verb.READ)
  @Audited("passed message")
  ModelAndView pass(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MessageId id,
      ActForm form) {
    return done(
        new Act(clinic, id, "role", form),
        () -> messages.pass(clinic, id, form.version(), MessageForm.role(form.role())));
  }

  @PostMapping(ONE + "/telling")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("done message")
  ModelAndView tell(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MessageId id,
      ActForm form,
      RedirectAttributes next) {
    var answer =
        done(new Act(clinic, id, "telling", form), () -> messages.done(clinic, id, form.version()));
    var at = at(clinic, id);
    next.addFlashAttribute(Undo.FLASH, new Undo("messages.told", at + "/reopening", at));
    return answer;
  }

  @PostMapping(ONE + "/reopening")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("reopened message")
  String reopen(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable MessageId id,
      @RequestParam String requestId) {
    return "redirect:"
        + receipts.once(
            requestId,
            () -> {
              messages.reopen(clinic, id);
              return at(clinic, id);
            });
  }

  private record Act(OrganizationId clinic, MessageId id, String name, ActForm form) {

    String draft() {
      return "message:" + name + "-" + id;
    }
  }

  /** Does it once; when it cannot be, the page shows why, with what was typed. */
  private ModelAndView done(Act act, Runnable how) {
    messages.get(act.clinic(), act.id());
    try {
      return new ModelAndView(
          "redirect:"
              + receipts.once(
                  act.form().request(),
                  () -> {
                    how.run();
                    drafts.discard(act.draft());
                    return at(act.clinic(), act.id());
                  }));
    } catch (Refused no) {
      return switch (no.kind()) {
        case CONFLICT -> again(act, Errors.NONE, no.sentence(), HttpStatus.CONFLICT);
        case INVALID ->
            again(
                act,
                Errors.NONE.and(no.field().orElseThrow(() -> no), no.sentence()),
                "",
                HttpStatus.UNPROCESSABLE_CONTENT);
        case NOT_FOUND, DENIED -> throw no;
      };
    }
  }

  private ModelAndView again(Act act, Errors errors, String overtaken, HttpStatusCode status) {
    var doing = new MessagePage.Doing(act.name(), act.form().text(), errors, overtaken);
    var view = new ModelAndView(VIEW, "page", pages.page(act.clinic(), act.id(), doing));
    view.setStatus(status);
    return view;
  }

  private static String at(OrganizationId clinic, MessageId id) {
    return "/messages/" + clinic + "/" + id;
  }
}
