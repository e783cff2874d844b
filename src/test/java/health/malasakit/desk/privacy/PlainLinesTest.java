package health.malasakit.desk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.audit.Audited;
import health.malasakit.audit.Line;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.ui.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The privacy officer reads sentences, never our codes. */
@MalasakitTest
class PlainLinesTest {

  private static final Pattern ACT =
      Pattern.compile("taken back|kept confidential|made open|(?:allowed|forbade) overlap|[a-z-]+");

  private final RequestMappingHandlerMapping routes;
  private final Words words;

  PlainLinesTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
      MessageSource bundles) {
    this.routes = routes;
    this.words = new Words(bundles, Locale.ENGLISH);
  }

  @Test
  void whatever_a_route_writes_down_has_plain_words() {
    var written =
        routes.getHandlerMethods().values().stream()
            .map(route -> route.getMethodAnnotation(Audited.class))
            .filter(audited -> audited != null)
            .map(
                audited -> ACT.matcher(audited.value()).results().findFirst().orElseThrow().group())
            .distinct()
            .toList();

    assertThat(written).contains("opened", "booked", "taken back");
    assertThat(written)
        .allSatisfy(
            act -> assertThat(words.of("audit.act." + act.replace(' ', '-'), "")).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "opened, patient, opened the patient's record",
    "held, visit, held a time for a visit",
    "missed, visit, marked a visit as missed",
    "taken back, visit, took back what was marked on a visit",
    "not-found, visit, asked for a visit that was not found",
    "listed, search, saw patients in search results",
    "listed, day as a file, saved the visits of a day as a file",
    "closed, closure, closed hours of the book",
    "kept confidential, visit, made a visit confidential",
    "made open, visit, made a visit open again",
    "confirmed, minor_rule, confirmed from which age a visit may be confidential",
    "created, patient, registered the patient",
    "broke-glass, break_glass, opened a restricted record by giving a reason",
  })
  void a_line_reads_as_a_sentence(String act, String subject, String sentence) {
    assertThat(said(act, subject)).isEqualTo(sentence);
  }

  private String said(String act, String subject) {
    var line =
        new Line(
            new OrganizationId(Ids.next()),
            Ids.next(),
            Instant.EPOCH,
            Optional.empty(),
            "person",
            "PH",
            "GET /",
            act,
            subject,
            Optional.empty(),
            Optional.empty(),
            "");
    return LinePages.said(words, line);
  }
}
