package health.malasakit.inquiries.messages.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.messages.MessageId;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.inquiries.voicemail.Voicemail;
import health.malasakit.inquiries.voicemail.VoicemailId;
import health.malasakit.inquiries.voicemail.Voicemails;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Drafts;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a message for the clinic: in a call, or on a patient's page. */
@Controller
class NewMessageController {

  private static final String DANGER = "/danger";
  private static final String VIEW = "inquiries/messages/web/newMessage";

  private final MessageForms forms;
  private final Messages messages;
  private final Voicemails voicemails;
  private final RedFlags flags;
  private final Drafts drafts;
  private final Receipts receipts;
  private final Clock clock;

  NewMessageController(
      MessageForms forms,
      Messages messages,
      Voicemails voicemails,
      RedFlags flags,
      Drafts drafts,
      Receipts receipts,
      Clock clock) {
    this.forms = forms;
    this.messages = messages;
    this.voicemails = voicemails;
    this.flags = flags;
    this.drafts = drafts;
    this.receipts = receipts;
    this.clock = clock;
  }

  @GetMapping("/calls/{organization}/{id}/message")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("proven patient, when the caller was; nobody else is named")
  ModelAndView inCall(
      @PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    return new ModelAndView(VIEW, "page", forms.blank(forms.inCall(clinic, id)));
  }

  @PostMapping("/calls/{organization}/{id}/message")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("taken message")
  ModelAndView takeInCall(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      MessageForm form,
      RedirectAttributes next) {
    return taken(forms.inCall(clinic, id), form, next);
  }

  @GetMapping("/patients/{slug}/{patient}/messages/new")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("opened patient")
  ModelAndView aboutPatient(@PathVariable String slug, @PathVariable String patient) {
    return new ModelAndView(
        VIEW, "page", forms.blank(forms.aboutPatient(slug, Patients.named(patient))));
  }

  @PostMapping("/patients/{slug}/{patient}/messages/new")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("taken message")
  ModelAndView takeAboutPatient(
      @PathVariable String slug,
      @PathVariable String patient,
      MessageForm form,
      RedirectAttributes next) {
    return taken(forms.aboutPatient(slug, Patients.named(patient)), form, next);
  }

  @GetMapping("/calls/voicemail/{organization}/{id}/message")
  @Needs(object = "messages", verb = Verb.CREATE)
  @NotAudited(why = "an empty form; the number that rang and no patient")
  ModelAndView ofVoicemail(
      @PathVariable("organization") OrganizationId clinic, @PathVariable VoicemailId id) {
    return new ModelAndView(VIEW, "page", forms.blank(forms.ofVoicemail(clinic, id)));
  }

  @PostMapping("/calls/voicemail/{organization}/{id}/message")
  @Needs(object = "messages", verb = Verb.CREATE)
  @Audited("taken message; closed voicemail")
  ModelAndView takeOfVoicemail(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable VoicemailId id,
      MessageForm form,
      RedirectAttributes next) {
    return taken(forms.ofVoicemail(clinic, id), form, next);
  }

  private ModelAndView taken(MessageForms.Start start, MessageForm form, RedirectAttributes next) {
    try {
      var place = receipts.once(MessageForm.text(form.requestId()), () -> take(start, form));
      if (!place.endsWith(DANGER)) {
        next.addFlashAttribute(
            "kept", place.startsWith("/calls/") ? "messages.kept.call" : "messages.kept");
      }
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var errors = Errors.NONE.and(field, no.sentence());
      return new ModelAndView(
          VIEW,
          Map.of("page", forms.page(start, form), "errors", errors),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** Where she goes on: with danger words to the script for them. */
  private String take(MessageForms.Start start, MessageForm form) {
    var clinic = start.clinic().id();
    var wanted = form.wanted(forms.zone(start), clock.instant());
    MessageId id = messages.take(clinic, start.from(form), wanted, form.wish());
    start.voicemail().ifPresent(one -> voicemails.settle(clinic, one, Voicemail.Became.MESSAGE));
    drafts.discard(start.draft());
    var message = "/messages/" + clinic + "/" + id;
    if (!flags.matching(wanted.words()).isEmpty()) {
      return message + DANGER;
    }
    return start.call().isPresent() && start.voicemail().isEmpty() ? start.back() : message;
  }
}
