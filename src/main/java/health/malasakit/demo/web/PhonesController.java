package health.malasakit.demo.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.demo.DemoTelephone;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Choice;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The phones of the made-up people, with the texts that reached them. */
@Controller
@RequestMapping("/demo/phone")
@ConditionalOnProperty("malasakit.made-up-world")
class PhonesController {

  private final CarrierTexts texts;
  private final DemoClinics clinics;
  private final DemoTelephone telephone;

  PhonesController(CarrierTexts texts, DemoClinics clinics, DemoTelephone telephone) {
    this.texts = texts;
    this.clinics = clinics;
    this.telephone = telephone;
  }

  @GetMapping
  @AnySignedIn(why = "phones of people who exist nowhere, for whoever plays with the made-up world")
  @NotAudited(why = "shows people who exist nowhere")
  ModelAndView phones() {
    var callers = telephone.callers();
    var page =
        new PhonesPage(
            clinics.topics(),
            callers.entrySet().stream()
                .map(one -> Choice.of(e164(one.getKey()), one.getValue()))
                .toList(),
            Stream.of(CarrierTexts.Mood.values())
                .map(mood -> Choice.of(mood.code(), Sentences.of("demo.phones." + mood.code())))
                .toList(),
            reached().distinct().map(number -> shown(number, names(callers, number))).toList());
    return new ModelAndView("demo/web/phones", "page", page);
  }

  /** How the carrier answers for a number from now on. */
  @PostMapping
  @AnySignedIn(why = "a carrier of the made-up world")
  @NotAudited(why = "changes nothing of anybody")
  String answer(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String mood) {
    texts.answer(number, CarrierTexts.Mood.of(mood));
    return "redirect:/demo/phone";
  }

  /**
   * Whom a text reached, the latest first, then those for whom the carrier does not answer as
   * usual.
   */
  private Stream<String> reached() {
    return Stream.concat(texts.all().stream().map(CarrierTexts.Taken::to), texts.moody().stream());
  }

  private static String names(Map<String, String> callers, String number) {
    return callers.entrySet().stream()
        .filter(one -> e164(one.getKey()).equals(number))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Phone.of(number).shown());
  }

  private PhonesPage.Shown shown(String number, String whose) {
    return new PhonesPage.Shown(
        whose,
        texts.moodOf(number).code(),
        texts.all().stream().filter(one -> one.to().equals(number)).map(this::text).toList());
  }

  private PhonesPage.Text text(CarrierTexts.Taken one) {
    return new PhonesPage.Text(
        clinics.named(one.from()), Moments.clock(one.at(), Scopes.current().zone()), one.body());
  }

  private static String e164(String number) {
    return Phone.of(number).e164().orElse(number);
  }
}
