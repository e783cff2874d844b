package health.malasakit.demo.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.demo.DemoTelephone;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Choice;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The phones of the made-up people, with the texts that reached them. */
@Controller
@RequestMapping("/demo/phone")
@ConditionalOnProperty("malasakit.made-up-world")
class PhonesController {

  private final CarrierTexts texts;
  private final CarrierPosts posts;
  private final DemoClinics clinics;
  private final DemoTelephone telephone;
  private final Clock clock;

  PhonesController(
      CarrierTexts texts,
      CarrierPosts posts,
      DemoClinics clinics,
      DemoTelephone telephone,
      Clock clock) {
    this.texts = texts;
    this.posts = posts;
    this.clinics = clinics;
    this.telephone = telephone;
    this.clock = clock;
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
            telephone.lines().entrySet().stream()
                .map(one -> Choice.of(e164(one.getKey()), one.getValue()))
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

  /** Who has a text, the latest first, then those for whom the carrier does not answer as usual. */
  private Stream<String> reached() {
    return Stream.concat(
        texts.all().reversed().stream().map(CarrierTexts.Taken::phone), texts.moody().stream());
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
        number,
        whose,
        texts.moodOf(number).code(),
        texts.all().stream().filter(one -> one.phone().equals(number)).map(this::text).toList());
  }

  private PhonesPage.Text text(CarrierTexts.Taken one) {
    return new PhonesPage.Text(
        clinics.named(one.clinic()),
        Moments.clock(one.at(), Scopes.current().zone()),
        one.body(),
        one.came(),
        one.status());
  }

  /** A phone writes to a clinic; the carrier brings it once, or twice as carriers do. */
  @PostMapping("/texts")
  @AnySignedIn(why = "a phone of people who exist nowhere")
  @NotAudited(why = "changes nothing of anybody by itself; the door of the clinic keeps what came")
  String write(@RequestParam Map<String, String> form, RedirectAttributes next) {
    var text =
        CarrierTexts.Taken.written(
            e164(form.getOrDefault("from", "")),
            e164(form.getOrDefault("clinic", "")),
            form.getOrDefault("words", "").strip(),
            clock.instant());
    texts.take(text);
    posts.came(text);
    if (form.containsKey("twice")) {
      posts.came(text);
    }
    clinics.texted(text.to());
    next.addFlashAttribute("wrote", text.from());
    next.addFlashAttribute("wroteTo", text.to());
    return "redirect:/demo/phone";
  }

  private static String e164(String number) {
    return Phone.of(number).e164().orElse(number);
  }
}
