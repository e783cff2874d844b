package health.malasakit.terminal;

import health.malasakit.demo.DemoWorld;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

@Command(name = "demo")
final class DemoCommand extends Told {

  /** Only a process that serves the made-up world lets its people in by password alone. */
  private static final String MADE_UP = "malasakit.made-up-world";

  private final Opener opener;

  DemoCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    new Server(opener, Map.of(MADE_UP, true)).run(out(), this::world);
  }

  private List<String> world(ApplicationContext context) {
    return context
        .getBean(DemoWorld.class)
        .ensure(line -> {
          out().println(line);
          out().flush();
        });
  }
}
