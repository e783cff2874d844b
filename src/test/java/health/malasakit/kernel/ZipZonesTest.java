package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipZonesTest {

  @ParameterizedTest
  @CsvSource({
    "12207,America/New_York,false", "00907,America/Puerto_Rico,false",
    "00802,America/St_Thomas,false", "96913,Pacific/Guam,false",
    "96950,Pacific/Saipan,false", "96799,Pacific/Pago_Pago,false",
    "96813,Pacific/Honolulu,false", "32401,America/Chicago,true",
    "85004,America/Phoenix,false", "86515,America/Shiprock,true",
    "83702,America/Boise,false", "47906-1234,America/Indiana/Indianapolis,true",
    "79901,America/Denver,false", "97914,America/Boise,true",
  })
  void a_zip_proposes_a_zone_and_says_when_its_area_lies_in_two(
      String zip, String zone, boolean two) {
    assertThat(ZipZones.propose(zip))
        .hasValueSatisfying(proposal -> {
          assertThat(proposal.zone()).hasToString(zone);
          assertThat(proposal.twoZones()).isEqualTo(two);
        });
  }

  @ParameterizedTest
  @CsvSource({"09012", "96206", "96941", "1220", "ABCDE", "''"})
  void military_mail_other_countries_and_no_zip_propose_nothing(String zip) {
    assertThat(ZipZones.propose(zip)).isEmpty();
  }

  @Test
  void every_proposed_zone_has_a_label_of_ours() {
    for (int area = 0; area < 1000; area++) {
      ZipZones.propose("%03d01".formatted(area))
          .ifPresent(proposal -> assertThat(ZoneLabels.listed()).contains(proposal.zone()));
    }
  }
}
