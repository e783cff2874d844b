package health.malasakit.demo;

import java.util.List;

/** The made-up world. */
public interface DemoWorld {

  /**
   * Makes it unless it is there.
   *
   * @return lines for the terminal: who may sign in, with what
   */
  List<String> ensure();
}
