package health.malasakit.workqueue.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.workqueue.Drafts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps and gives back what a person is typing; the pages ask for it by themselves. */
@Controller
class DraftController {

  private static final String OWN = "what she typed herself, shown to nobody else";

  private final Drafts drafts;

  DraftController(Drafts drafts) {
    this.drafts = drafts;
  }

  @PostMapping("/drafts/{key}")
  @AnySignedIn(why = OWN)
  @NotAudited(why = OWN)
  ResponseEntity<Void> keep(
      @PathVariable String key,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestHeader(name = "Referer", defaultValue = "/") String page) {
    drafts.keep(key, URI.create(page).getPath(), encoded(fields));
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/drafts/{key}")
  @AnySignedIn(why = OWN)
  @NotAudited(why = OWN)
  ResponseEntity<String> find(@PathVariable String key) {
    return drafts
        .find(key)
        .map(draft ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("Draft-Time", Moments.clock(draft.at(), Scopes.current().zone()))
                .body(draft.body()))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @DeleteMapping("/drafts/{key}")
  @AnySignedIn(why = OWN)
  @NotAudited(why = OWN)
  ResponseEntity<Void> discard(@PathVariable String key) {
    drafts.discard(key);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/drafts/{key}/removal")
  @AnySignedIn(why = OWN)
  @NotAudited(why = OWN)
  String remove(@PathVariable String key) {
    drafts.discard(key);
    return "redirect:/";
  }

  private static String encoded(MultiValueMap<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> !field.getKey().startsWith("_"))
        .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
