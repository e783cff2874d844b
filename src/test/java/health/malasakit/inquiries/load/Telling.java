package health.malasakit.inquiries.load;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a switch tells becomes calls; those that nobody is given by it are wanted by everybody of
 * their clinic at once.
 *
 * @param taken who was told that a call is hers now, by the switch's id
 */
public record Telling(
    Exchange exchange,
    Acknowledged acknowledged,
    Map<String, Set<Integer>> taken,
    Set<String> asked) {

  public Telling(Exchange exchange) {
    this(exchange, new Acknowledged(), new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
  }

  /** Tells it until it was taken; gives the address of our call, empty before it rang. */
  public String tell(Told told) {
    var known = acknowledged.answered(told, exchange.tell(told));
    if (known.isEmpty()) {
      return "";
    }
    int clinic = told.call().clinic();
    var call = "/calls/" + exchange.clinic(clinic).id() + "/" + known;
    if (told.call().byHand() && asked.add(told.call().id())) {
      exchange.staffing().at(clinic).parallelStream()
          .filter(person -> exchange.took(person, call))
          .forEach(person ->
              taken
                  .computeIfAbsent(told.call().id(), any -> ConcurrentHashMap.newKeySet())
                  .add(person));
    }
    return call;
  }
}
