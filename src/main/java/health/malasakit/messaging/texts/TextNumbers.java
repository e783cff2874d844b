package health.malasakit.messaging.texts;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From which number each clinic sends its texts. */
@Component
public class TextNumbers {

  private final TextNumberStore store;
  private final TextGateway gateway;
  private final Audit audit;
  private final Clock clock;

  TextNumbers(TextNumberStore store, TextGateway gateway, Audit audit, Clock clock) {
    this.store = store;
    this.gateway = gateway;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether there is a gateway at all; a setting of the server, the same for every clinic. */
  public boolean isConnected() {
    return gateway.isConfigured();
  }

  /** The clinic's number; empty while it sends none. */
  @Transactional(readOnly = true)
  public Optional<Phone> of(OrganizationId organization) {
    return store.newest(organization).filter(number -> !number.isEmpty()).map(Phone::of);
  }

  /**
   * The clinic to which is written at a number; asked before a scope exists. A number that is
   * nobody's now is still that of the clinic which had it last: who answers an old text is heard.
   */
  @Transactional(readOnly = true)
  public Optional<OrganizationId> whose(Phone number) {
    return number.e164().flatMap(to -> store.whose(to).or(() -> store.was(to)));
  }

  /**
   * From now on this number; nothing typed: no texts.
   *
   * @throws Refused invalid, code {@code text.number}, for one that no carrier could have assigned;
   *     {@code text.number_taken} for another clinic's
   */
  @Transactional
  public void set(OrganizationId organization, String typed) {
    var number =
        typed.isBlank()
            ? ""
            : Phone.of(typed)
                .e164()
                .orElseThrow(() -> Refused.invalid("text.number").onField("number"));
    var by = Scopes.current().account().map(AccountId::value);
    if (!number.isEmpty()
        && store.whose(number).filter(one -> !one.equals(organization)).isPresent()) {
      throw Refused.invalid("text.number_taken").onField("number");
    }
    store.have(organization, number);
    store.add(organization, number, by, clock.instant());
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("text-number"));
  }
}
