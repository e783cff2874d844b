package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The switch lets a caller wait for each further one that it puts through. */
@MalasakitTest
class CrowdOnHoldTest {

  private final CallerOnTheLine line;

  CrowdOnHoldTest(ApplicationContext beans, @LocalServerPort int port) {
    this.line = new CallerOnTheLine(beans, port);
  }

  @Test
  void who_has_more_waiting_than_she_may_reads_so_tells_them_apart_and_gives_one_to_the_lead() {
    line.proven();
    Stream.of("(617) 555-0161", "(617) 555-0162", "(617) 555-0163").forEach(line::ring);
    assertThat(line.client().get("/calls").body()).doesNotContain("callers wait for you");
    var last = line.ring("(617) 555-0164");

    for (var page : new String[] {"/calls", last}) {
      assertThat(line.client().get(page).body())
          .as(page)
          .contains("4 callers wait for you. Give one to your lead.", " · María de la Cruz</a>")
          .contains("(617) 555-0162 · Spanish");
    }

    assertThat(line.client().post(line.call() + "/leaving", Map.of()).status()).isEqualTo(302);

    assertThat(line.client().get("/calls").body())
        .contains("waits for the lead", "id=\"calls-lead\"")
        .doesNotContain("callers wait for you");
    assertThat(line.client().post(last + "/leaving", Map.of()).status()).isEqualTo(409);
    assertThat(line.colleague().post(line.call() + "/lead", Map.of()).status()).isEqualTo(302);
  }
}
