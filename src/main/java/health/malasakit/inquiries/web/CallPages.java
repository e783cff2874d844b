package health.malasakit.inquiries.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Sites;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.Transfers;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.Silence;
import health.malasakit.inquiries.SwitchTold;
import health.malasakit.inquiries.SwitchToldStore;
import health.malasakit.inquiries.interpreters.Interpreters;
import health.malasakit.inquiries.outbound.AskedHours;
import health.malasakit.inquiries.voicemail.Voicemails;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the page of a call shows. */
@Component
class CallPages {

  private final CallsPages lists;
  private final Calls calls;
  private final Directory directory;
  private final WrapUpPages wrapUps;
  private final ContactActs acts;
  private final Interpreters interpreters;
  private final Voicemails voicemails;
  private final Clock clock;

  CallPages(
      CallsPages lists,
      Calls calls,
      Directory directory,
      WrapUpPages wrapUps,
      ContactActs acts,
      Interpreters interpreters,
      Voicemails voicemails,
      Clock clock) {
    this.lists = lists;
    this.calls = calls;
    this.directory = directory;
    this.wrapUps = wrapUps;
    this.acts = acts;
    this.interpreters = interpreters;
    this.voicemails = voicemails;
    this.clock = clock;
  }

  /** What the directory knows that a call asks for. */
  @Component
  record Directory(
      Clinics clinics,
      Notices notices,
      TransferList transfers,
      SwitchToldStore switches,
      Silence silence,
      Sites sites,
      Practitioners practitioners,
      AskedHours askedHours) {}

  @Transactional
  CallPage page(Call call, WrapUpForm typed) {
    var now = clock.instant();
    var clinic = directory.clinics().get(call.organization());
    var zone = zone(clinic);
    var transfers = directory.transfers().at(clinic.id(), now);
    var me = Scopes.current().account().orElseThrow();
    return new CallPage(
        Calls.topic(call.organization()),
        lists.line(call),
        words(clinic, now),
        zone,
        call.isOf(me),
        call.isOf(me) && call.asks(),
        switchTold(call, me),
        call.isOf(me) && call.mayGoOn(),
        directory.silence().mayEnd(call, me),
        Scopes.current().may(clinic.id(), "calls", Verb.UPDATE),
        call.leadSince().isPresent() && Scopes.current().may(clinic.id(), "calls", Verb.APPROVE),
        notices(clinic, zone),
        transfers(transfers),
        transfers.clinicianReachable(),
        interpreters.of(call).stream()
            .map(one -> InterpreterLines.line(one, call, zone, LocalDate.ofInstant(now, zone)))
            .toList(),
        wrapUps.page(call, clinic, typed),
        acts.in(call),
        left(call, zone),
        directory.askedHours().of(call.organization(), call.id()).orElse(""),
        lists.linesOf(calls.mine().stream().filter(one -> !one.id().equals(call.id())).toList()));
  }

  private List<CallPage.Left> left(Call call, ZoneId zone) {
    return voicemails.of(call.organization(), call.id()).stream()
        .map(one ->
            new CallPage.Left(
                "/calls/voicemail/" + one.organization() + "/" + one.id(),
                Moments.at(one.cameAt(), zone)))
        .toList();
  }

  /** Of a clinic whose clocks differ, that of most of its sites. */
  private Optional<ZoneId> itsZone(Clinic clinic) {
    return clinic
        .zone()
        .or(() -> Optional.ofNullable(directory.clinics().zones().get(clinic.id())));
  }

  private ZoneId zone(Clinic clinic) {
    return itsZone(clinic).orElse(Scopes.current().zone());
  }

  /** The clock of the clinic of a call. */
  @Transactional(readOnly = true)
  ZoneId zone(Call call) {
    return zone(directory.clinics().get(call.organization()));
  }

  private CallPage.ClinicWords words(Clinic clinic, Instant now) {
    var profile = clinic.profile();
    return new CallPage.ClinicWords(
        clinic.name(),
        profile.greeting(),
        profile.openName(),
        hours(clinic, now),
        then(clinic, zone(clinic), now),
        itsZone(clinic).stream().toList());
  }

  private String switchTold(Call call, AccountId me) {
    return directory
        .switches()
        .of(call, me)
        .filter(told -> told != SwitchTold.TOLD && call.state().live())
        .map(SwitchTold::code)
        .orElse("");
  }

  private static String hours(Clinic clinic, Instant now) {
    if (clinic.hours().isEmpty() || clinic.zone().isEmpty()) {
      return "unknown";
    }
    if (clinic.openAt(now)) {
      return "open";
    }
    return clinic.nextOpening(now).isPresent() ? "opens" : "closed";
  }

  private static String then(Clinic clinic, ZoneId zone, Instant now) {
    return clinic.openAt(now)
        ? clinic
            .lastClosing(now.atZone(zone).toLocalDate())
            .map(at -> Moments.clock(at, zone))
            .orElse("")
        : clinic.nextOpening(now).map(at -> Moments.at(at, zone)).orElse("");
  }

  private List<CallPage.NoticeLine> notices(Clinic clinic, ZoneId zone) {
    return directory.notices().now().stream()
        .filter(notice -> notice.organization().equals(clinic.id()))
        .map(notice ->
            new CallPage.NoticeLine(
                notice.words(), whose(notice.about()), When.of(notice.details().until(), zone)))
        .toList();
  }

  private String whose(Notice.About about) {
    return switch (about) {
      case Notice.About.WholeClinic all -> "";
      case Notice.About.AtSite(var site) ->
          directory.sites().byIds(List.of(site)).values().stream()
              .map(one -> one.name())
              .findFirst()
              .orElse("");
      case Notice.About.OfPractitioner(var who) ->
          directory.practitioners().byIds(List.of(who)).values().stream()
              .map(one -> one.name())
              .findFirst()
              .orElse("");
    };
  }

  private static List<CallPage.Transfer> transfers(Transfers all) {
    var names =
        all.lines().stream()
            .collect(
                Collectors.toMap(
                    line -> line.target().id(), line -> line.target().details().name()));
    return all.lines().stream()
        .sorted(Comparator.comparing(line -> !line.reachable()))
        .map(line -> {
          var details = line.target().details();
          var next = details.fallback().next().map(id -> names.getOrDefault(id, "")).orElse("");
          return new CallPage.Transfer(
              details.desk().code(),
              details.name(),
              details.phone().shown(),
              details.accountCode(),
              line.reachable(),
              fallback(details, next));
        })
        .toList();
  }

  private static String fallback(TransferTarget.Details details, String next) {
    return next.isEmpty()
        ? details.fallback().words()
        : next + (details.fallback().words().isBlank() ? "" : "; " + details.fallback().words());
  }
}
