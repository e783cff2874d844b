package health.malasakit.messaging.ledger;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Attestations;
import health.malasakit.messaging.Basis;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.Permission;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.Use;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.Texts;
import org.springframework.stereotype.Component;

/** On what ground a number or an e-mail may be written to about visits, and why not. */
@Component
class Grounds {

  private final Consents consents;
  private final Attestations attestations;
  private final Texts texts;

  Grounds(Consents consents, Attestations attestations, Texts texts) {
    this.consents = consents;
    this.attestations = attestations;
    this.texts = texts;
  }

  /** A ground, or the code of why there is none. */
  sealed interface Ground {
    record On(Basis basis) implements Ground {}

    record None(String why) implements Ground {}
  }

  /** What she said counts; where she said nothing, what the clinic attested of its files. */
  Ground of(OrganizationId organization, PatientId patient, Recipient.Reach reach) {
    var use = new Use(reach.channel(), reach.address(), Purpose.CARE);
    return switch (consents.may(organization, patient, use)) {
      case Permission.Not no ->
          new Ground.None(no.line().basis() == ConsentBasis.REPLY ? "stopped" : "said_no");
      case Permission.Given yes -> unlessStopped(organization, patient, reach, Basis.CONSENT);
      case Permission.NeverAsked none ->
          attested(organization, reach)
              ? unlessStopped(organization, patient, reach, Basis.ATTESTED)
              : new Ground.None("no_basis");
    };
  }

  /** A number that is no mobile by the file was not given for texts. */
  private boolean attested(OrganizationId organization, Recipient.Reach reach) {
    return (reach.channel() == Channel.EMAIL || reach.mobile())
        && attestations.of(organization).isPresent();
  }

  private Ground unlessStopped(
      OrganizationId organization, PatientId patient, Recipient.Reach reach, Basis basis) {
    boolean stopped =
        reach.channel() == Channel.TEXT
            && texts.isStopped(
                new NewText(
                    organization,
                    patient,
                    NewText.Purpose.VISIT,
                    basis,
                    "",
                    Phone.of(reach.address())));
    return stopped ? new Ground.None("stopped") : new Ground.On(basis);
  }
}
