package health.malasakit.demo.web;

import health.malasakit.access.OpenToAll;
import health.malasakit.audit.NotAudited;
import health.malasakit.demo.DemoTelephone;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The telephone of the made-up world, which no other server has. */
@Controller
@RequestMapping("/demo/telephone")
@ConditionalOnProperty("malasakit.made-up-world")
class TelephoneController {

  private static final String HERE = "redirect:/demo/telephone";

  private final DemoTelephone telephone;
  private final PlayedCalls calls;

  TelephoneController(DemoTelephone telephone, PlayedCalls calls) {
    this.telephone = telephone;
    this.calls = calls;
  }

  @GetMapping
  @OpenToAll(why = "a telephone of the made-up world; whoever rings has not signed in")
  @NotAudited(why = "shows people who exist nowhere")
  ModelAndView telephone() {
    var page =
        new TelephonePage(
            choices(telephone.callers()),
            choices(telephone.lines()),
            choices(telephone.seats()),
            calls.all());
    return new ModelAndView("demo/web/telephone", "page", page);
  }

  @PostMapping
  @OpenToAll(why = "a telephone of the made-up world; whoever rings has not signed in")
  @NotAudited(why = "the call keeps what was told, and when")
  String ring(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String language) {
    calls.ring(from, to, language);
    return HERE;
  }

  @PostMapping("/{id}")
  @OpenToAll(why = "a telephone of the made-up world; whoever rings has not signed in")
  @NotAudited(why = "the call keeps what was told, and when")
  String happens(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String event,
      @RequestParam(defaultValue = "") String extension) {
    calls.happens(id, event, extension);
    return HERE;
  }

  private static List<Choice> choices(Map<String, String> words) {
    return words.entrySet().stream().map(one -> Choice.of(one.getKey(), one.getValue())).toList();
  }
}
