package health.malasakit.terminal;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "serve")
final class ServeCommand extends Told {

  private final Opener opener;

  ServeCommand(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void run() {
    new Server(opener, Map.of()).run(out(), context -> List.of());
  }
}
