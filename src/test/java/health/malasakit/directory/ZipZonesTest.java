package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Corpus;
import health.malasakit.directory.ZipZones.Proposal;
import health.malasakit.kernel.ZoneLabels;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipZonesTest {

  private static final Instant JANUARY = Instant.parse("2027-01-15T12:00:00Z");
  private static final Instant JULY = Instant.parse("2027-07-15T12:00:00Z");

  /**
   * Where the list of 2017 contradicts the law, so that no table can agree with both. Paducah,
   * Bowling Green, Hopkinsville, Owensboro and Henderson, Gary and Evansville are Central (49 CFR
   * 71.5); Arizona outside the Navajo Nation changes no clocks (15 U.S.C. 260a); Adak and Atka are
   * Hawaii-Aleutian (49 CFR 71.12).
   */
  private static final Pattern LIST_IS_WRONG =
      Pattern.compile(
          "^42[0-4].*Louisville|^(463|464|476|477).*Indianapolis"
              + "|^(853|855|856|859|864).*(Denver|Shiprock)|^9954[67].*Anchorage");

  @ParameterizedTest
  @CsvSource({
    "10001,America/New_York",
    "10001-2345,America/New_York",
    "606012345,America/Chicago",
    "00901,America/Puerto_Rico",
    "00612,America/Puerto_Rico",
    "00802,America/St_Thomas",
    "96910,Pacific/Guam",
    "96950,Pacific/Saipan",
    "96799,Pacific/Pago_Pago",
    "96813,Pacific/Honolulu",
    "85001,America/Phoenix",
    "79901,America/Denver",
    "77001,America/Chicago",
    "32501,America/Chicago",
    "33101,America/New_York",
    "83814,America/Los_Angeles",
    "83702,America/Boise",
    "99501,America/Anchorage",
    "99546,America/Adak",
  })
  void a_zip_whose_neighbours_agree_gives_a_confident_proposal(String zip, ZoneId zone) {
    assertThat(ZipZones.propose(zip)).isEqualTo(new Proposal.Confident(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "79855,America/Chicago",
    "79839,America/Denver",
    "32401,America/Chicago",
    "32456,America/New_York",
    "37388,America/Chicago",
    "42728,America/Chicago",
    "46534,America/Chicago",
    "49938,America/Chicago",
    "67735,America/Denver",
    "69153,America/Denver",
    "57567,America/Denver",
    "58638,America/Chicago",
    "97914,America/Boise",
    "83549,America/Boise",
    "86515,America/Shiprock",
    "86045,America/Shiprock",
    "86034,America/Phoenix",
    "89883,America/Denver",
  })
  void a_zip_in_a_split_area_gives_the_likelier_zone_and_asks_to_check(String zip, ZoneId zone) {
    assertThat(ZipZones.propose(zip))
        .isInstanceOfSatisfying(
            Proposal.Check.class,
            check -> {
              assertThat(check.zone()).isEqualTo(zone);
              assertThat(check.why()).contains("begin with " + zip.substring(0, 3));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "10001,America/New_York",
    "79839,America/Denver America/Chicago",
    "86515,America/Phoenix America/Shiprock",
    "97914,America/Boise America/Los_Angeles",
    "36867,",
    "96201,",
    "K1A 0B1,",
  })
  void where_a_zip_can_lie_is_every_zone_of_its_area_or_nobody_can_tell(String zip, String zones) {
    assertThat(ZipZones.possible(zip))
        .extracting(ZoneId::getId)
        .containsExactlyInAnyOrder(zones == null ? new String[0] : zones.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1234", "123456", "K1A 0B1", "09012", "34002", "96201", "96699", "00000", "99x01",
        "１２３４５"
      })
  void military_unknown_and_mistyped_zips_propose_nothing(String zip) {
    assertThat(ZipZones.propose(zip)).isInstanceOf(Proposal.None.class);
  }

  @Test
  void every_zone_it_can_propose_in_the_states_has_a_label_of_ours() {
    List<ZoneId> listed = ZoneLabels.listed();
    for (int zip = 501; zip < 96_900; zip += 1) {
      if (ZipZones.propose("%05d".formatted(zip)) instanceof Proposal.Confident(ZoneId zone)) {
        assertThat(listed).as("%05d", zip).contains(zone);
      }
    }
  }

  @Test
  void it_agrees_with_known_zips_and_errs_only_where_it_asks_to_check() {
    List<String> lines = Corpus.lines("reference/zip_timezone.csv.gz");
    List<String> rows = lines.subList(1, lines.size());
    List<String> lawful = rows.stream().filter(row -> !LIST_IS_WRONG.matcher(row).find()).toList();
    System.out.printf(
        Locale.ROOT,
        "ZIP zones, same time in January and July: %.2f %% of all %d rows,"
            + " %.2f %% of the %d where the list follows the law; confident for %.1f %%%n",
        percent(rows, ZipZonesTest::agrees),
        rows.size(),
        percent(lawful, ZipZonesTest::agrees),
        lawful.size(),
        percent(rows, row -> proposal(row) instanceof Proposal.Confident));
    assertThat(percent(lawful, ZipZonesTest::agrees)).isGreaterThan(99.5);
    assertThat(percent(rows, ZipZonesTest::agrees)).isGreaterThan(98.9);
    assertThat(lawful)
        .filteredOn(row -> proposal(row) instanceof Proposal.Confident && !agrees(row))
        .isEmpty();
    assertThat(rows).filteredOn(row -> proposal(row) instanceof Proposal.None).isEmpty();
  }

  private static Proposal proposal(String row) {
    return ZipZones.propose(row.substring(0, 5));
  }

  private static boolean agrees(String row) {
    ZoneId known = ZoneId.of(row.substring(6));
    return switch (proposal(row)) {
      case Proposal.Confident(ZoneId zone) -> sameTime(zone, known);
      case Proposal.Check(ZoneId zone, String _) -> sameTime(zone, known);
      case Proposal.None _ -> false;
    };
  }

  private static double percent(List<String> rows, Predicate<String> wanted) {
    return 100.0 * rows.stream().filter(wanted).count() / rows.size();
  }

  private static boolean sameTime(ZoneId one, ZoneId other) {
    return one.getRules().getOffset(JANUARY).equals(other.getRules().getOffset(JANUARY))
        && one.getRules().getOffset(JULY).equals(other.getRules().getOffset(JULY));
  }
}
