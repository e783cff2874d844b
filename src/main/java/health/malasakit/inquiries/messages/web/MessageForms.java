package health.malasakit.inquiries.messages.web;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.MessageKind;
import health.malasakit.inquiries.messages.MessageRoles;
import health.malasakit.inquiries.voicemail.VoicemailId;
import health.malasakit.inquiries.voicemail.Voicemails;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a message begins: in a call, or on a patient's page. */
@Component
class MessageForms {

  /** With less time than this left today, it is wanted by the end of the next day of work. */
  private static final Duration TODAY_LEFT_MIN = Duration.ofHours(2);

  private final Calls calls;
  private final CallerChecks checks;
  private final Patients patients;
  private final RecordGate gate;
  private final Clinics clinics;
  private final MessageRoles roles;
  private final Voicemails voicemails;
  private final Clock clock;

  MessageForms(
      Calls calls,
      CallerChecks checks,
      Patients patients,
      RecordGate gate,
      Clinics clinics,
      MessageRoles roles,
      Voicemails voicemails,
      Clock clock) {
    this.calls = calls;
    this.checks = checks;
    this.patients = patients;
    this.gate = gate;
    this.clinics = clinics;
    this.roles = roles;
    this.voicemails = voicemails;
    this.clock = clock;
  }

  /**
   * Where a message begins.
   *
   * @param voicemail that becomes this message; empty for none
   * @param at address of the form
   * @param back where it leads to when nothing is sent
   * @param number of the caller as far as it is known; else empty
   */
  record Start(
      Clinic clinic,
      Optional<CallId> call,
      Optional<VoicemailId> voicemail,
      List<PatientCard> about,
      String at,
      String back,
      String number) {

    String draft() {
      return "message:"
          + voicemail
              .map(VoicemailId::toString)
              .or(() -> call.map(CallId::toString))
              .orElseGet(() -> about.getFirst().id().toString());
    }

    /** Whether it can be about somebody who is not proven, or about nobody. */
    boolean asksName() {
      return call.isPresent() || voicemail.isPresent();
    }

    Message.From from(MessageForm form) {
      var typed = MessageForm.text(form.about());
      if (typed.isEmpty() && asksName()) {
        return new Message.From(call, Optional.empty(), MessageForm.text(form.saidName()));
      }
      var patient =
          about.stream()
              .map(PatientCard::id)
              .filter(one -> one.toString().equals(typed) || !asksName())
              .findFirst()
              .orElseThrow(() -> Refused.invalid("message.about").onField("about"));
      return new Message.From(call, Optional.of(patient), "");
    }

    @Override
    public String toString() {
      return "Start[" + at + "]";
    }
  }

  /**
   * In a call of hers that is not written up.
   *
   * @throws Refused conflict, codes {@code call.not_yours}, {@code call.closed}
   */
  @Transactional(readOnly = true)
  Start inCall(OrganizationId organization, CallId id) {
    var call = calls.get(organization, id);
    if (call.state() == CallState.CLOSED) {
      throw Refused.conflict("call.closed");
    }
    if (!call.isOf(Scopes.current().account().orElseThrow())) {
      throw Refused.conflict("call.not_yours");
    }
    var at = "/calls/" + organization + "/" + id;
    return new Start(
        clinics.get(organization),
        Optional.of(id),
        Optional.empty(),
        proven(call),
        at + "/message",
        at,
        call.line().other().map(Phone::shown).orElse(""));
  }

  /** The latest first; whoever is closed now is left out. */
  private List<PatientCard> proven(Call call) {
    var open =
        checks.of(call).proven().stream()
            .filter(one -> isOpen(call, one))
            .map(Proven::patient)
            .distinct()
            .toList();
    var cards = patients.cards(open);
    return open.stream().filter(cards::containsKey).map(cards::get).toList();
  }

  private boolean isOpen(Call call, Proven one) {
    return gate.closed(call.organization(), List.of(one.patient()), one.depth()).isEmpty();
  }

  /** On a patient's page; that she is named there is written down. */
  @Transactional
  Start aboutPatient(String slug, PatientId id) {
    var clinic = clinics.find(slug).orElseThrow(Patients::notFound);
    var card =
        Optional.ofNullable(patients.cards(List.of(id)).get(id))
            .filter(one -> one.organization().equals(clinic.id()))
            .orElseThrow(Patients::notFound);
    gate.check(clinic.id(), id, Depth.BOOKING);
    patients.open(clinic.id(), id, Depth.BOOKING);
    var page = "/patients/" + slug + "/" + id;
    return new Start(
        clinic,
        Optional.empty(),
        Optional.empty(),
        List.of(card),
        page + "/messages/new",
        page,
        "");
  }

  /** From a voicemail of which nothing became yet: nobody is proven in it. */
  @Transactional(readOnly = true)
  Start ofVoicemail(OrganizationId organization, VoicemailId id) {
    var one = voicemails.get(organization, id);
    var at = "/calls/voicemail/" + organization + "/" + id;
    return new Start(
        clinics.get(organization),
        one.call(),
        Optional.of(id),
        List.of(),
        at + "/message",
        at,
        one.number().map(Phone::shown).orElse(""));
  }

  NewMessagePage blank(Start start) {
    var about = start.about().stream().findFirst().map(one -> one.id().toString()).orElse("");
    var zone = zone(start);
    return page(
        start,
        MessageForm.blank(
            about, start.number(), start.clinic().workEnds(clock.instant(), TODAY_LEFT_MIN), zone));
  }

  NewMessagePage page(Start start, MessageForm form) {
    return new NewMessagePage(
        start.at(),
        start.back(),
        start.draft(),
        start.clinic().slug(),
        start.clinic().name(),
        zone(start),
        start.about().stream().map(one -> Choice.of(one.id().toString(), one.name())).toList(),
        start.asksName(),
        MessageKind.ALL.keySet().stream()
            .map(code -> Choice.of(code, Sentences.of("messages.kind." + code)))
            .toList(),
        roles.at(start.clinic().id()).stream()
            .map(role -> Choice.of(role.code(), Sentences.of("access.role." + role.code())))
            .toList(),
        form);
  }

  ZoneId zone(Start start) {
    return start
        .clinic()
        .zone()
        .or(() -> Optional.ofNullable(clinics.zones().get(start.clinic().id())))
        .orElse(Scopes.current().zone());
  }
}
