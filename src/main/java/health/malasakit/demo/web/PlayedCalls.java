package health.malasakit.demo.web;

import health.malasakit.demo.DemoTelephone;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The calls that were let ring on the page, the newest first, as long as the server runs. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class PlayedCalls {

  private static final int KEPT = 12;

  private final OwnDoor door;
  private final DemoTelephone telephone;
  private final Deque<PlayedCall> calls = new ArrayDeque<>();

  PlayedCalls(OwnDoor door, DemoTelephone telephone) {
    this.door = door;
    this.telephone = telephone;
  }

  synchronized List<PlayedCall> all() {
    return List.copyOf(calls);
  }

  /** Lets it ring; an empty number is withheld. */
  synchronized void ring(String from, String to, String language) {
    var id = "demo-" + UUID.randomUUID().toString().substring(0, 8);
    var ring = new LinkedHashMap<String, String>();
    ring.put("id", id);
    ring.put("from", from.isBlank() ? "anonymous" : from);
    ring.put("to", to);
    ring.put("language", language);
    var told = door.tell("/api/calls", ring);
    var state = told.taken() ? PlayedCall.State.RINGING : PlayedCall.State.OVER;
    calls.addFirst(new PlayedCall(id, from, telephone.clinicOf(to), state, "", List.of(told)));
    if (calls.size() > KEPT) {
      calls.removeLast();
    }
  }

  /** Something happens to one of them; a call that is handed to an extension is answered there. */
  synchronized void happens(String id, String event, String extension) {
    var known =
        calls.stream()
            .filter(call -> call.id().equals(id) && call.next().contains(event))
            .findFirst();
    known.ifPresent(call -> {
      var next = told(call, event, extension);
      if (event.equals("transferred") && !extension.isBlank()) {
        next = told(next, "answered", extension);
      }
      if (event.equals("voicemail") && next.told().getLast().taken()) {
        var left = door.play("/api/calls/" + id + "/voicemail", MadeUpSound.wav());
        next = next.after(left, next.state(), next.answered());
      }
      var after = next;
      var all = calls.stream().map(one -> one.id().equals(id) ? after : one).toList();
      calls.clear();
      calls.addAll(all);
    });
  }

  private PlayedCall told(PlayedCall call, String event, String extension) {
    var body = new LinkedHashMap<>(Map.of("event", event));
    if (event.equals("answered")) {
      body.put("extension", extension);
    }
    if (event.equals("transferred") && !extension.isBlank()) {
      body.put("to", extension);
    }
    var told = door.tell("/api/calls/" + call.id() + "/events", body);
    return call.after(
        told,
        PlayedCall.State.after(event),
        event.equals("answered") ? extension : call.answered());
  }
}
