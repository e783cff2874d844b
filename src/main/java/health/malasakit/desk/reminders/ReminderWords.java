package health.malasakit.desk.reminders;

import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.mail.WhyNoMail;
import health.malasakit.messaging.texts.TextsAgain;
import health.malasakit.messaging.texts.WhyDeclined;
import java.util.Locale;
import java.util.Set;

/** Says why a line stands as it does, and what to do. */
final class ReminderWords {

  /** Codes of our own; all others are the gateway's. */
  private static final Set<String> OURS =
      Set.of(
          "changed",
          "rule",
          "hours",
          "error",
          "other_channel",
          "overtaken",
          TextsAgain.NEWER,
          "both_tried",
          "confirmed",
          "too_late",
          "no_hour",
          "deceased",
          "no_address",
          "no_basis",
          "said_no",
          "stopped",
          "opened_for_another",
          "unsubscribed",
          "zone_unknown",
          "not_safe",
          "not_configured",
          "no_number",
          "no_sender",
          "unnamed",
          "language",
          "silent",
          "garbled",
          "interrupted",
          Ledger.RESTORED,
          Ledger.NOT_HERS,
          "hers_again",
          "told",
          "letter",
          "went",
          "off",
          "not_needed",
          "not-at-gateway",
          "asked-none",
          "asked-near",
          "asked-several",
          "asked-silent");

  private ReminderWords() {}

  /** Empty where there is nothing to say. */
  static String why(Channel channel, String reason) {
    if (reason.isEmpty()) {
      return "";
    }
    if (OURS.contains(reason)) {
      return say(reason.replace('-', '_'));
    }
    var what =
        channel == Channel.EMAIL ? WhyNoMail.of(reason).name() : WhyDeclined.of(reason).name();
    return say(channel.code() + "." + what.toLowerCase(Locale.ROOT));
  }

  static String why(Entry line) {
    return why(line.channel(), line.reason());
  }

  private static String say(String code) {
    return Sentences.of("reminders.why." + code);
  }
}
