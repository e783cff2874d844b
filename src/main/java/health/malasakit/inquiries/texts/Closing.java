package health.malasakit.inquiries.texts;

import health.malasakit.directory.Clinics;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ConsentBasis;
import health.malasakit.messaging.Consents;
import health.malasakit.messaging.NewConsent;
import health.malasakit.messaging.Permission;
import health.malasakit.messaging.Purpose;
import health.malasakit.messaging.Use;
import health.malasakit.messaging.texts.NumberStops;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A number that is closed by its own word, and opened again. Beside the number each patient whose
 * it is has a line of her own, so that her page shows it.
 */
@Component
class Closing {

  private static final int WORDS_LENGTH_MAX = 160;

  private final NumberStops stops;
  private final Consents consents;
  private final Behind behind;
  private final Clinics clinics;
  private final Clock clock;

  Closing(NumberStops stops, Consents consents, Behind behind, Clinics clinics, Clock clock) {
    this.stops = stops;
    this.consents = consents;
    this.behind = behind;
    this.clinics = clinics;
    this.clock = clock;
  }

  /** Whether no text goes to it. */
  boolean isClosed(OrganizationId clinic, Phone number) {
    return stops.said(clinic, number).orElse(false);
  }

  /** For everyone behind it; false when it was closed by its own word before. */
  boolean close(OrganizationId clinic, Phone number, String words) {
    var said = new Said(number, words);
    var closed = stops.close(clinic, number, NumberStops.Source.REPLY);
    if (closed) {
      behind
          .owners(clinic, number)
          .forEach(one ->
              Stream.of(Purpose.values())
                  .filter(what -> what == Purpose.CARE || allowed(clinic, one, number, what))
                  .forEach(
                      what -> say(clinic, one, line(clinic, said, what, ConsentAnswer.REVOKED))));
    }
    return closed;
  }

  /**
   * Texts for care may go there again, to those who were closed by a reply; what one of them said
   * otherwise stands, and other purposes are asked anew.
   */
  boolean reopen(OrganizationId clinic, Phone number, String words) {
    var said = new Said(number, words);
    var opened = stops.reopen(clinic, number, NumberStops.Source.REPLY);
    if (opened) {
      behind.owners(clinic, number).stream()
          .filter(one -> closedByReply(clinic, one, number))
          .forEach(one -> say(clinic, one, line(clinic, said, Purpose.CARE, ConsentAnswer.GIVEN)));
    }
    return opened;
  }

  private boolean allowed(OrganizationId clinic, PatientId patient, Phone number, Purpose what) {
    var use = new Use(Channel.TEXT, number.written(), what);
    return consents.may(clinic, patient, use) instanceof Permission.Given;
  }

  private boolean closedByReply(OrganizationId clinic, PatientId patient, Phone number) {
    var use = new Use(Channel.TEXT, number.written(), Purpose.CARE);
    return consents.may(clinic, patient, use) instanceof Permission.Not no
        && no.line().basis() == ConsentBasis.REPLY;
  }

  private void say(OrganizationId clinic, PatientId patient, NewConsent line) {
    consents.record(clinic, patient, line);
  }

  /** What a phone said, word by word. */
  private record Said(Phone number, String text) {

    String words() {
      return text.length() > WORDS_LENGTH_MAX ? text.substring(0, WORDS_LENGTH_MAX) : text;
    }
  }

  private NewConsent line(OrganizationId clinic, Said said, Purpose what, ConsentAnswer answer) {
    var zone = clinics.zones().getOrDefault(clinic, ZoneId.from(ZoneOffset.UTC));
    return new NewConsent(
        Channel.TEXT,
        said.number().written(),
        what,
        answer,
        ConsentBasis.REPLY,
        said.words(),
        "",
        LocalDate.ofInstant(clock.instant(), zone));
  }
}
