package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.TransferTarget.Fallback;
import health.malasakit.directory.TransferTargetId;
import health.malasakit.directory.Transfers;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form of a line of the transfer list. */
@Component
class TransferForms {

  private static final Phone NO_PHONE = new Phone("", "", "", false);

  private final TransferList transfers;
  private final Sayings sayings;

  TransferForms(TransferList transfers, Sayings sayings) {
    this.transfers = transfers;
    this.sayings = sayings;
  }

  Drawn blank(Clinic clinic, String desk) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("list.transfers.add"), sayings.say("transfer.under"), sayings.say("add")),
        "/clinics/" + clinic.slug() + "/transfers",
        sheet(clinic, Optional.empty()),
        Map.of("desk", List.of(desk), "reach", List.of("open_hours")),
        0);
  }

  Drawn of(Clinic clinic, TransferTarget target) {
    TransferTarget.Details details = target.details();
    Map<String, List<String>> values = new HashMap<>(WeekFields.values(details.ownHours()));
    values.put("desk", List.of(details.desk().code()));
    values.put("name", List.of(details.name()));
    values.put("phone", List.of(details.phone().written()));
    values.put("accountCode", List.of(details.accountCode()));
    values.put("reach", List.of(details.reach().code()));
    values.put(
        "fallback", details.fallback().next().map(TransferTargetId::toString).stream().toList());
    values.put("words", List.of(details.fallback().words()));
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(details.name(), sayings.say("transfer.under"), sayings.say("save")),
        "/clinics/" + clinic.slug() + "/transfers/" + target.id(),
        sheet(clinic, Optional.of(target.id())),
        values,
        target.version());
  }

  static TransferTarget.Details read(Typed typed) {
    var reach = typed.one("reach", TransferTarget.Reach.ALWAYS);
    WeekHours own = WeekFields.read(typed);
    Optional<TransferTargetId> next =
        typed.read(
            "fallback",
            Optional.empty(),
            id -> id.isEmpty() ? Optional.empty() : Optional.of(TransferTargetId.of(id)));
    return new TransferTarget.Details(
        typed.one("desk", TransferTarget.Desk.NURSE),
        typed.needed("name", Sentences.of("directory.wrong.transfer")),
        typed.read("phone", NO_PHONE, Phone::of),
        typed.text("accountCode"),
        reach,
        reach == TransferTarget.Reach.OWN_HOURS ? own : WeekHours.NONE,
        new Fallback(next, typed.text("words")));
  }

  /** What to do when nobody answers, in words. */
  String fallback(Fallback fallback, Transfers all) {
    Optional<String> next =
        fallback
            .next()
            .flatMap(id ->
                all.lines().stream()
                    .map(Transfers.Line::target)
                    .filter(target -> target.id().equals(id))
                    .map(target -> target.details().name())
                    .findFirst());
    return next.map(name -> fallback.words().isEmpty() ? name : name + ", " + fallback.words())
        .orElse(fallback.words());
  }

  private Sheet sheet(Clinic clinic, Optional<TransferTargetId> self) {
    List<Choice> others =
        transfers.of(clinic.id()).stream()
            .filter(target -> !self.equals(Optional.of(target.id())))
            .map(target -> Choice.of(target.id().toString(), target.details().name()))
            .toList();
    return new Sheet(sayings, "transfer")
        .select("desk", sayings.choices("desk", TransferTarget.Desk.class))
        .text("name")
        .brief("phone", "accountCode")
        .select("fallback", others)
        .text("words")
        .one("reach", sayings.choices("reach", TransferTarget.Reach.class))
        .week();
  }
}
