package health.malasakit.inquiries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, asked for a patient and for what is about her. */
final class RouteScan {

  /** Several windows of one person: about as many as two cores answer. */
  private static final int AT_ONCE = 4;

  private static final Set<String> ENDS_THE_SESSION =
      Set.of("/sign-out", "/sign-out/everywhere", "/lock");

  /** Parts of pages that are asked for alone, by the last word of their address. */
  private static final Map<String, String> PARTS =
      Map.of("voicemail", "voicemails", "written", "written-up", "to-call", "to-call");

  private final RequestMappingHandlerMapping routes;
  private final CallerOnTheLine line;
  private final List<Map.Entry<String, String>> hers = new ArrayList<>();
  private final List<Map.Entry<String, String>> places = new ArrayList<>();

  RouteScan(RequestMappingHandlerMapping routes, CallerOnTheLine line) {
    this.routes = routes;
    this.line = line;
  }

  /** An id of hers, and the word of its addresses. */
  void about(String word, String id) {
    hers.add(Map.entry(word, id));
  }

  /** What a name in addresses always stands for. */
  void at(String name, String value) {
    places.add(Map.entry("{" + name + "}", value));
  }

  /** Every page, by every id that it may be asked for, the clinic by slug and by id. */
  List<String> pages() {
    return paths(RequestMethod.GET).flatMap(this::addresses).distinct().toList();
  }

  /** Every page once, by the id of the thing that it shows. */
  List<String> each() {
    return paths(RequestMethod.GET)
        .map(path -> named(path).reduce((one, next) -> next).orElseThrow())
        .distinct()
        .toList();
  }

  List<String> forms() {
    return paths(RequestMethod.POST).flatMap(this::named).distinct().toList();
  }

  private Stream<String> paths(RequestMethod method) {
    return routes.getHandlerMethods().keySet().stream()
        .filter(info -> info.getMethodsCondition().getMethods().contains(method))
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> !path.equals("/live") && !ENDS_THE_SESSION.contains(path))
        .sorted();
  }

  /** Also the clinic by its id, and with her asked for. */
  private Stream<String> addresses(String path) {
    var byId =
        path.replaceAll("\\{(slug|clinic|organization)}", line.clinic().id().toString())
            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", line.ana().toString());
    return Stream.concat(named(path), Stream.of(byId, byId + "?patient=" + line.ana()));
  }

  /** The clinic by its slug, and every other name as her id and as that of the thing. */
  private Stream<String> named(String path) {
    var here =
        path.replaceAll("\\{(slug|clinic)}", line.clinic().slug())
            .replace("{organization}", line.clinic().id().toString())
            .replace("{patient}", line.ana().toString());
    for (var place : places) {
      here = here.replace(place.getKey(), place.getValue());
    }
    var there = here;
    return Stream.concat(
            Stream.of(line.ana().toString()),
            hers.stream().filter(each -> path.contains(each.getKey())).map(Map.Entry::getValue))
        .distinct()
        .map(id -> there.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", id));
  }

  /** Those of which something is true, asked in several windows at once. */
  static <T> List<T> among(Collection<T> all, Function<T, Boolean> asked) {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var answers =
          threads.invokeAll(
              all.stream().<Callable<Boolean>>map(one -> () -> asked.apply(one)).toList());
      var found = new ArrayList<T>();
      var next = answers.iterator();
      for (var one : all) {
        if (next.next().get()) {
          found.add(one);
        }
      }
      return found;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As htmx asks, for the part of the page that it fills. */
  static String[] fragment(String address) {
    var path = address.split("\\?", 2)[0];
    var target = PARTS.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "panel");
    return new String[] {"HX-Request", "true", "HX-Target", target};
  }
}
