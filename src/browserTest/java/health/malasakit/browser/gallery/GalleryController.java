package health.malasakit.browser.gallery;

import health.malasakit.ui.Theme;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers what the scripts ask for, and remembers it for the tests. */
@Profile("gallery")
@Controller
class GalleryController {

  final Map<String, String> drafts = new ConcurrentHashMap<>();
  final List<String> sent = new CopyOnWriteArrayList<>();
  private final List<SseEmitter> streams = new CopyOnWriteArrayList<>();
  private volatile int reading;

  @GetMapping("/gallery/{name}")
  String show(@PathVariable String name, Model model) {
    model.addAttribute("page", new GalleryPage(++reading, drafts.getOrDefault("note", "")));
    return "browser/gallery/" + name;
  }

  @GetMapping("/drafts/{key}")
  ResponseEntity<Void> noDraft() {
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/drafts/{key}")
  @ResponseBody
  ResponseEntity<Void> keep(@PathVariable String key, @RequestParam String note) {
    drafts.put(key, note);
    return ResponseEntity.noContent().build();
  }

  @PostMapping({"/lock", "/search"})
  ResponseEntity<Void> done() {
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/unlock")
  ResponseEntity<Void> unlock(@RequestParam String password) {
    return ResponseEntity.status(
            "right".equals(password) ? HttpStatus.NO_CONTENT : HttpStatus.FORBIDDEN)
        .build();
  }

  @PostMapping("/sent")
  @ResponseBody
  String sent(@RequestParam String requestId) {
    sent.add(requestId);
    return "sent";
  }

  @PostMapping("/broken")
  ResponseEntity<Void> broken() {
    return ResponseEntity.internalServerError().header("X-Incident", "K7-2M4").build();
  }

  @PostMapping("/theme")
  String theme(@RequestParam String theme, HttpServletResponse response) {
    response.addCookie(new Cookie(Theme.COOKIE, Theme.of(theme).code()));
    return "redirect:/gallery/home";
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live() throws IOException {
    var stream = new SseEmitter(0L);
    stream.onCompletion(() -> streams.remove(stream));
    stream.onError(gone -> streams.remove(stream));
    stream.send(SseEmitter.event().comment("hello"));
    streams.add(stream);
    return stream;
  }

  int listeners() {
    return streams.size();
  }

  /** Tells every stream; one whose browser has gone is forgotten. */
  void tell(String topic) {
    streams.removeIf(stream -> !heard(stream, topic));
  }

  private static boolean heard(SseEmitter stream, String topic) {
    try {
      stream.send("{\"topics\":[\"" + topic + "\"]}");
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }
}
