package health.malasakit.inquiries.web;

import health.malasakit.coverage.Policies;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.CallerKind;
import health.malasakit.inquiries.gate.Parties;
import health.malasakit.inquiries.gate.Party;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings together which organization rings. */
@Component
class PartyPages {

  private final Parties parties;
  private final Policies policies;

  PartyPages(Parties parties, Policies policies) {
    this.parties = parties;
    this.policies = policies;
  }

  /** Nothing for a caller who rings for no organization. */
  Optional<PartyPage> page(Call call, CallerKind caller, PartyForm typed) {
    return caller.party() ? Optional.of(shown(call, caller, typed)) : Optional.empty();
  }

  private PartyPage shown(Call call, CallerKind caller, PartyForm typed) {
    var said = parties.of(call).filter(one -> one.sort().kind() == caller);
    return new PartyPage(
        caller.code(),
        said.map(Party::name).orElse(""),
        said.map(PartyPages::person).orElse(""),
        said.map(one -> one.proof().code()).orElse(""),
        call.line().direction() == Call.Direction.OUT,
        onFile(call, caller),
        typed);
  }

  private static String person(Party one) {
    return Stream.of(one.person(), one.job())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private List<Choice> onFile(Call call, CallerKind caller) {
    return caller == CallerKind.PAYER
        ? policies.payers(call.organization()).stream().map(one -> Choice.of(one, one)).toList()
        : parties.onFile(call.organization()).stream()
            .filter(one -> !one.details().name().isBlank())
            .map(one -> Choice.of(one.id().toString(), one.details().name()))
            .toList();
  }
}
