package health.malasakit.inquiries.gate;

import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.TransferTarget.Desk;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.gate.Party.Proof;
import health.malasakit.inquiries.gate.Party.Published;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offices, pharmacies, facilities and payers that ring, and whether they are who they say. */
@Component
public class Parties {

  private static final int NAME_LENGTH_MAX = 120;
  private static final int SHORT_LENGTH_MAX = 60;
  private static final int REFERENCE_LENGTH_MIN = 3;

  /** Who answers there rings for a treatment; an interpreter and a biller do not. */
  private static final Set<Desk> TREATS =
      Set.of(Desk.NURSE, Desk.ON_CALL, Desk.FRONT_DESK, Desk.REFERRALS, Desk.PHARMACY);

  private final PartyStore store;
  private final TransferList transfers;

  Parties(PartyStore store, TransferList transfers) {
    this.store = store;
    this.transfers = transfers;
  }

  /** What was said last in a call; nothing while nobody said. */
  @Transactional(readOnly = true)
  public Optional<Party> of(Call call) {
    return store.latest(call);
  }

  /** Which places of a clinic's transfer list may ring about a patient; never a pick. */
  @Transactional(readOnly = true)
  public List<TransferTarget> onFile(OrganizationId clinic) {
    return transfers.of(clinic).stream()
        .filter(one -> TREATS.contains(one.details().desk()))
        .toList();
  }

  /**
   * What a caller says, and what it proves.
   *
   * @throws Refused invalid, codes {@code party.*}: a name, a proof without what it takes
   */
  Party heard(Call call, Introduction said) {
    var sort = Party.Sort.of(said.sort());
    var target =
        said.onFile().filter(one -> sort != Party.Sort.PAYER).flatMap(one -> at(call, one));
    var name = target.map(one -> one.details().name()).filter(one -> !one.isBlank());
    var proof = said.proof().isEmpty() ? Proof.NONE : Proof.of(said.proof());
    var party =
        new Party(
            sort,
            name.orElse(said.name()),
            said.person(),
            said.job(),
            said.number(),
            proof,
            target.map(TransferTarget::id),
            proof == Proof.CALLED_BACK
                ? Optional.of(Published.of(said.published()))
                : Optional.empty(),
            said.reference());
    requireWords(party);
    requireProof(call, party);
    return party;
  }

  /** Whether it says what is on file of it; everything else is the specialist's own doing. */
  boolean fits(Call call, Party party) {
    return party.proof() != Proof.ON_FILE
        || party
            .onFile()
            .flatMap(one -> at(call, one))
            .filter(one -> numbered(call, party, one))
            .isPresent();
  }

  void add(Call call, Party party) {
    store.add(call, party);
  }

  private Optional<TransferTarget> at(Call call, health.malasakit.directory.TransferTargetId id) {
    return onFile(call.organization()).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** That we rang it ourselves says more than that its caller knows it. */
  private static boolean numbered(Call call, Party party, TransferTarget target) {
    var known = target.details().phone();
    return rung(call).filter(known::sameLineAs).isPresent()
        || phone(party.number()).filter(known::sameLineAs).isPresent();
  }

  private static Optional<Phone> rung(Call call) {
    return call.line().other().filter(one -> call.line().direction() == Call.Direction.OUT);
  }

  private static void requireWords(Party party) {
    requireLength(party.name(), 1, NAME_LENGTH_MAX, "party.organization");
    requireLength(party.person(), 1, NAME_LENGTH_MAX, "party.person");
    requireLength(party.job(), 0, SHORT_LENGTH_MAX, "party.job");
    requireLength(party.number(), 0, SHORT_LENGTH_MAX, "party.number");
    var least = party.proof() == Proof.REFERENCE ? REFERENCE_LENGTH_MIN : 0;
    requireLength(party.reference(), least, SHORT_LENGTH_MAX, "party.reference");
  }

  private static void requireLength(String words, int least, int most, String code) {
    if (words.length() < least || words.length() > most) {
      throw Refused.invalid(code, most).onField(code.substring(code.indexOf('.') + 1));
    }
  }

  private static void requireProof(Call call, Party party) {
    switch (party.proof()) {
      case NONE -> {}
      case ON_FILE -> requireNumber(call, party);
      case CALLED_BACK -> {
        if (rung(call).isEmpty()) {
          throw Refused.invalid("party.proof/came_in").onField("proof");
        }
      }
      case REFERENCE -> {
        if (party.sort() != Party.Sort.PAYER) {
          throw Refused.invalid("party.proof").onField("proof");
        }
      }
    }
  }

  private static void requireNumber(Call call, Party party) {
    if (party.onFile().isEmpty()) {
      throw Refused.invalid("party.onFile").onField("onFile");
    }
    if (rung(call).isPresent()) {
      return;
    }
    var said = phone(party.number());
    if (said.isEmpty()) {
      throw Refused.invalid("party.number/none").onField("number");
    }
    if (call.line().other().filter(said.get()::sameLineAs).isPresent()) {
      throw Refused.invalid("party.number/rings").onField("number");
    }
  }

  private static Optional<Phone> phone(String said) {
    try {
      return said.isBlank() ? Optional.empty() : Optional.of(Phone.of(said));
    } catch (Refused noNumber) {
      return Optional.empty();
    }
  }
}
