package health.malasakit.desk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.access.records.BreakGlass;
import health.malasakit.access.records.RecordMark;
import health.malasakit.audit.Audited;
import health.malasakit.audit.Line;
import health.malasakit.directory.Clinic;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.Purpose;
import health.malasakit.ui.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The privacy officer reads sentences, never our codes. */
@MalasakitTest
class PlainLinesTest {

  private static final Pattern ACT =
      Pattern.compile("taken back|kept confidential|made open|(?:allowed|forbade) overlap|[a-z-]+");

  /** {@code .with("...")} on an act, and the details that are handed to a method of the class. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\)\\s*\\.with\\(|changed\\(clinic, )\"([a-z_ ]+)\"\\)");

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
    "archived, audit_log, moved a half year of the audit to a file",
    "backed-up, organization, copied everything to a backup",
    "broke-glass, break_glass, opened a restricted record by giving a reason",
  })
  void a_line_reads_as_a_sentence(String act, String subject, String sentence) {
    assertThat(said(act, subject)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listed | search | 1 shown | one patient",
        "listed | view | 2 newly drawn | 2 patients not shown there before",
        "changed | patient | consent text care | consent to text messages about care",
        "changed | patient | consent call billing | consent to phone calls about billing",
        "changed | patient | birth_date, phone.mobile, phone.home | birth date, phone",
        "changed | patient | safe_contact | safe contact",
        "changed | patient | 2 to clinic | 2 coming visits went to the clinic",
        "changed | patient | 1 coming visits went to the clinic | one coming visit went to the clinic",
        "roles | account | nurse privacy_officer | Nurse, Privacy officer",
        "restricted | patient | works_at_clinic | Works at the clinic",
        "hidden | patient | PH | Philippines",
        "reviewed | break_glass | not_justified | not justified",
        "changed | clinic | csv off IN | files (CSV) switched off for people in India",
        "changed | clinic | print on PH | printing allowed again for people in Philippines",
        "changed | clinic | holiday 2026-12-24 | holiday on 2026-12-24",
        "changed | clinic | no holiday 2026-12-24 | no holiday on 2026-12-24 any more",
        "changed | clinic | number added | phone number added",
        "changed | site | zone America/New_York | time zone America/New_York",
        "changed | practitioner | inactive | sees no more patients",
        "changed | notice | replaced by 01994c30-0000-7000-8000-000000000000 | a new one took its place",
        "allowed overlap | visit_type | beside 01994c30-0000-7000-8000-000000000000 | beside another kind of visit",
        "archived | audit_log | half year 2026_01, lines 20010 | the half year from 2026-01, 20,010 lines",
        "closed | closure | 3 to move | 3 visits to move",
        "imported | file | fhir-r4, file 1200, name 0123456789ab | file 1200 in FHIR R4, name with fingerprint 0123456789ab",
        "carried over | patients | 12000 patients | 12,000 patients",
      })
  void a_detail_reads_in_plain_words(String act, String subject, String detail, String said) {
    assertThat(new Details(words).said(line(act, subject, detail))).isEqualTo(said);
  }

  @Test
  void every_code_that_a_line_can_hold_has_a_word() {
    var fields =
        Stream.of(
            "birth_date sex gender_identity pronouns interpreter access_needs zone languages name",
            "address phone email deceased safe_contact");
    var codes =
        Stream.of(
                fields.flatMap(some -> Stream.of(some.split(" ", -1))),
                Arrays.stream(Channel.values()).map(Channel::code),
                Arrays.stream(Purpose.values()).map(Purpose::code),
                Arrays.stream(Role.values()).map(Role::code),
                Arrays.stream(RecordMark.values()).map(RecordMark::code),
                Arrays.stream(BreakGlass.Finding.values())
                    .map(finding -> finding.name().toLowerCase(Locale.ROOT)),
                Arrays.stream(Clinic.Export.values()).map(Clinic.Export::code))
            .flatMap(some -> some);

    assertThat(codes)
        .filteredOn(code -> !code.equals("zone"))
        .allSatisfy(code ->
            assertThat(
                    Stream.of("audit.detail.", "access.role.", "audit.mark.")
                        .anyMatch(key -> known(key + code)))
                .as(code)
                .isTrue());
  }

  /**
   * Whatever the sources write as a detail is said in words, so that a new one is not forgotten.
   */
  @Test
  void every_detail_in_the_sources_has_words() throws IOException {
    var written = new TreeSet<String>();
    for (var file : sources()) {
      WRITTEN
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> written.add(found.group(1)));
    }

    assertThat(written).contains("safe_contact", "as a file", "sites", "number added");
    assertThat(written)
        .allSatisfy(detail ->
            assertThat(words.of("audit.detail." + detail.replace(' ', '-'), "", "")).isNotEmpty());
  }

  private boolean known(String key) {
    try {
      return !words.of(key).isEmpty();
    } catch (NoSuchMessageException unknown) {
      return false;
    }
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java/health/malasakit"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> wordsOfActs(file))
          .toList();
    }
  }

  private static boolean wordsOfActs(Path file) {
    try {
      return Files.readString(file).contains("Act.on");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String said(String act, String subject) {
    return LinePages.said(words, line(act, subject, ""));
  }

  private static Line line(String act, String subject, String detail) {
    return new Line(
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
        detail);
  }
}
