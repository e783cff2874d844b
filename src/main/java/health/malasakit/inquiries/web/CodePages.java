package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.codes.CodeNumber;
import health.malasakit.inquiries.codes.CodeOffer;
import health.malasakit.inquiries.codes.CodeOffers;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.messaging.texts.TextState;
import health.malasakit.messaging.texts.WhyDeclined;
import health.malasakit.ui.Choice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what can be done with codes in a call. */
@Component
class CodePages {

  private final CodeOffers offers;

  CodePages(CodeOffers offers) {
    this.offers = offers;
  }

  CodePage page(Call call, Proven proven) {
    var offer = offers.of(call, proven);
    if (!offer.shown()) {
      return CodePage.NONE;
    }
    return new CodePage(
        proven.patient().toString(),
        offer.why(),
        offer.numbers().stream()
            .filter(CodeNumber::offered)
            .map(one -> Choice.of(offers.mark(call, one), words(one)))
            .toList(),
        offer.numbers().stream()
            .flatMap(one -> one.not().stream().map(not -> words(one) + ": " + why(not)))
            .toList(),
        offer.left(),
        sent(offer));
  }

  private static String words(CodeNumber one) {
    return Sentences.of(
        one.use().isEmpty() ? "codes.number" : "codes.number." + one.use(), one.ending());
  }

  private static String why(CodeNumber.Not not) {
    return Sentences.of("codes.not." + not.code());
  }

  private static CodePage.@Nullable Sent sent(CodeOffer offer) {
    return offer
        .last()
        .map(last ->
            new CodePage.Sent(
                state(last),
                last.ending(),
                Moments.clock(last.endsAt(), Scopes.current().zone()),
                last.left(),
                last.tries() > 0,
                last.counts() && last.text().state() != TextState.REFUSED))
        .orElse(null);
  }

  private static String state(CodeOffer.Last last) {
    if (last.text().state() == TextState.REFUSED) {
      return WhyDeclined.of(last.text().reason()).name().toLowerCase(Locale.ROOT);
    }
    if (last.counts()) {
      return last.text().state().code();
    }
    return last.left() == 0 ? "failed" : "ended";
  }
}
