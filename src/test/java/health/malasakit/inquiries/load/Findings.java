package health.malasakit.inquiries.load;

import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.kernel.Scopes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the lists of all people say of the calls that a switch told of. */
public final class Findings {

  private final Map<String, Set<CallId>> ids = new HashMap<>();
  private final Map<String, Set<Integer>> owners = new HashMap<>();
  private final Set<String> nobodys = new HashSet<>();

  private Findings() {}

  /** Asked as each person, of a node. */
  public static Findings of(Exchange exchange, Node node) {
    var found = new Findings();
    var calls = node.bean(Calls.class);
    exchange
        .persons()
        .forEach(person ->
            Scopes.run(
                node.bean(World.class).scopeOf(exchange.people().get(person)),
                () -> {
                  calls.mine().forEach(call -> found.mine(person, call));
                  everyMissed(node.bean(NobodysCalls.class)).forEach(found::nobodys);
                  node.bean(NobodysCalls.class).waiting().forEach(found::nobodys);
                  node.bean(NobodysCalls.class).silent().forEach(found::nobodys);
                }));
    return found;
  }

  /** Page by page, as a person turns them. */
  private static List<Call> everyMissed(NobodysCalls nobodys) {
    var all = new ArrayList<Call>();
    for (var page = nobodys.missed();
        !page.isEmpty();
        page = nobodys.missedBefore(page.getLast().id())) {
      all.addAll(page);
    }
    return all;
  }

  private void mine(int person, Call call) {
    owners.computeIfAbsent(named(call), id -> new HashSet<>()).add(person);
  }

  private void nobodys(Call call) {
    nobodys.add(named(call));
  }

  private String named(Call call) {
    var outside = call.telephone().orElseThrow().outsideId();
    ids.computeIfAbsent(outside, id -> new HashSet<>()).add(call.id());
    return outside;
  }

  /**
   * Sentences of what must not be; none when each call is there once, and somebody's alone or
   * listed.
   *
   * @param taken who was told that the call is hers now, by the switch's id
   */
  public List<String> wrong(Traffic traffic, Staffing staffing, Map<String, Set<Integer>> taken) {
    var wrong = new ArrayList<String>();
    for (var call : traffic.calls()) {
      var id = call.id();
      var whose = owners.getOrDefault(id, Set.of());
      var who = taken.getOrDefault(id, Set.of());
      int known = ids.getOrDefault(id, Set.of()).size();
      if (known != 1) {
        wrong.add(id + " is there " + known + " times");
      }
      if (whose.size() > 1 || who.size() > 1) {
        wrong.add(id + " is owned by " + whose + " and was taken by " + who);
      }
      if (whose.isEmpty() != nobodys.contains(id)) {
        wrong.add(id + (whose.isEmpty() ? " is nobody's and not listed" : " is listed and owned"));
      }
      var due = call.owner(staffing).or(() -> who.stream().findFirst());
      if (!whose.stream().findFirst().equals(due)) {
        wrong.add(id + " should be of " + due + " and is of " + whose);
      }
    }
    return wrong;
  }

  /** Of one call: whose it is. */
  public Optional<Integer> owner(String id) {
    return owners.getOrDefault(id, Set.of()).stream().findFirst();
  }
}
