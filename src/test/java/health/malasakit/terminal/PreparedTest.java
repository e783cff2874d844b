package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Application;
import health.malasakit.Client;
import health.malasakit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** What is seen of a server between its start and the word "ready". */
class PreparedTest {

  private static final String READY = "Malasakit is ready: ";

  @TempDir private Path home;
  private final CompletableFuture<Client.Answer> early = new CompletableFuture<>();
  private final CompletableFuture<Client.Answer> style = new CompletableFuture<>();

  @Test
  void pages_say_that_they_are_being_prepared_until_the_server_is_ready() throws Exception {
    var said = new StringWriter();
    try (var server = new Server(opener(), Map.of("malasakit.jobs.enabled", false))) {
      var running = Thread.ofVirtual().start(() -> server.run(new PrintWriter(said), this::lookIn));
      await().atMost(Duration.ofMinutes(2)).until(() -> said.toString().contains(READY));
      var address = said.toString().lines().findFirst().orElseThrow().substring(READY.length());

      assertThat(early.join().status()).isEqualTo(503);
      assertThat(early.join().body()).contains("Malasakit is being prepared");
      assertThat(early.join().header("Refresh")).as("it comes back by itself").contains("3");
      assertThat(style.join().status()).as("the page is not bare").isEqualTo(200);
      var late = Client.on(URI.create(address).getPort()).get("/sign-in");
      assertThat(late.status()).isEqualTo(200);
      server.close();
      running.join();
    }
  }

  private List<String> lookIn(ApplicationContext context) {
    var listening = ((WebServerApplicationContext) context).getWebServer().getPort();
    early.complete(Client.on(listening).get("/sign-in"));
    style.complete(Client.on(listening).get(styleOf(early.join().body())));
    return List.of();
  }

  private static String styleOf(String page) {
    return page.replaceAll("(?s).*?<link[^>]+href=\"(/app/[^\"]+\\.css)\".*", "$1");
  }

  private Opener opener() {
    var environment = new HashMap<>(Program.database(TestDatabase.fresh()));
    environment.put("MALASAKIT_HOME", home.toString());
    environment.put("MALASAKIT_PORT", "0");
    return new Opener(Application.class, environment);
  }
}
