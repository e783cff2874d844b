package health.malasakit.terminal;

import health.malasakit.demo.DemoWorld;
import java.util.List;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Starts the server with a made-up world to try it out.")
final class DemoCommand extends Told {

  private final Opener opener;

  DemoCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    // Only here do accounts of the made-up world come in by password alone.
    System.setProperty("malasakit.made-up-world", "true");
    new Server(opener).run(out(), this::world);
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
