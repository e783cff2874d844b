package health.malasakit.inquiries.voicemail.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.inquiries.voicemail.Recording;
import health.malasakit.inquiries.voicemail.Voicemails;
import health.malasakit.inquiries.voicemail.Voicemails.Left;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A voicemail added by hand, for clinics whose telephone cannot send it. */
@Controller
class NewVoicemailController {

  private static final String VIEW = "inquiries/voicemail/web/newVoicemail";

  private final VoicemailPages pages;
  private final Voicemails voicemails;
  private final NobodysCalls nobodys;
  private final Receipts receipts;
  private final Clock clock;

  NewVoicemailController(
      VoicemailPages pages,
      Voicemails voicemails,
      NobodysCalls nobodys,
      Receipts receipts,
      Clock clock) {
    this.pages = pages;
    this.voicemails = voicemails;
    this.nobodys = nobodys;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** For a call when it is named, else for a number. */
  @GetMapping("/calls/voicemail/new")
  @Needs(object = "calls", verb = Verb.CREATE)
  @NotAudited(why = "an empty form")
  ModelAndView blank(VoicemailForm form) {
    return new ModelAndView(
        VIEW, Map.of("clinics", pages.adds(), "missed", pages.missed(), "form", form));
  }

  @PostMapping("/calls/voicemail")
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("added voicemail")
  ModelAndView add(
      VoicemailForm form, @RequestParam(required = false) @Nullable MultipartFile audio) {
    try {
      var place =
          receipts.once(
              VoicemailForm.text(form.requestId()),
              () -> {
                var call = missed(form);
                var clinic =
                    call.map(Call::organization)
                        .orElseGet(() -> form.among(Scopes.current().organizations()));
                var left = call.map(NewVoicemailController::left).orElseGet(() -> left(form));
                var id = voicemails.add(clinic, left, Recording.of(bytes(audio)));
                return "/calls/voicemail/" + clinic + "/" + id;
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      return new ModelAndView(
          VIEW,
          Map.of(
              "clinics", pages.adds(),
              "missed", pages.missed(),
              "form", form,
              "errors", Errors.NONE.and(field, no.sentence())),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Optional<Call> missed(VoicemailForm form) {
    var named = VoicemailForm.text(form.call());
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            nobodys
                .findMissed(CallId.of(named))
                .orElseThrow(() -> Refused.invalid("voicemail.missed").onField("call")));
  }

  private static Left left(Call call) {
    return new Left(
        Optional.of(call.id()), call.line().other(), call.endedAt().orElse(call.startedAt()));
  }

  private Left left(VoicemailForm form) {
    return new Left(Optional.empty(), number(form), clock.instant());
  }

  private static Optional<Phone> number(VoicemailForm form) {
    var typed = VoicemailForm.text(form.number());
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(Phone.of(typed));
    } catch (Refused no) {
      throw no.onField("number");
    }
  }

  private static byte[] bytes(@Nullable MultipartFile audio) {
    try {
      return audio == null ? new byte[0] : audio.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
