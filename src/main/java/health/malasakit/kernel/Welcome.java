package health.malasakit.kernel;

import java.net.URI;
import java.util.List;

/** What a module says to the person who has just started the server, beside "ready". */
@FunctionalInterface
public interface Welcome {

  /** Lines for the terminal, possibly none; said once, after the server answers at the address. */
  List<String> lines(URI address);
}
