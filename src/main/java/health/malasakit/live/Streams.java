package health.malasakit.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The event streams that are open on this node. */
@Component
public class Streams implements SmartLifecycle {

  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Streams() {}

  /** Writes to this stream whatever is told, until it ends; the calling thread waits here. */
  public void follow(EventStream stream) {
    open.add(stream);
    try {
      if (running) {
        stream.follow();
      }
    } finally {
      open.remove(stream);
    }
  }

  void tell(Topic topic) {
    open.forEach(stream -> stream.tell(topic));
  }

  /** Ends all of them; browsers come back by themselves. */
  void endAll() {
    open.forEach(EventStream::end);
  }

  @Override
  public void start() {
    running = true;
  }

  /** Before the web server waits for requests to end, for these would not. */
  @Override
  public void stop() {
    running = false;
    endAll();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
