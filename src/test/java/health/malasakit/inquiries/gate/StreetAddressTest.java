package health.malasakit.inquiries.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 Calle Jazmín          | 7 Calle Luna, Ponce              | no",
        "7 Calle Jazmín          | 7 calle jazmin                   | yes",
        "7 Calle Jazmín          | Calle Jazmín 7, Ponce            | yes",
        "7 Calle Jazmín          | Calle Jazmín #7                  | yes",
        "7 Calle Jazmín          | Urb. Las Flores, 7 Calle Jazmín  | yes",
        "7 Calle Jazmín          | 9 Calle Jazmín                   | no",
        "7 Calle Jazmín          | Calle Jazmín                     | no",
        "A-7 Calle Jazmín        | a7 calle jazmín, ponce pr        | yes",
        "100 Avenida Ponce de León | 100 Ave. Ponce de Leon        | yes",
        "100 Avenida Ponce de León | 100 Avenida Muñoz Rivera      | no",
        "12 Oak St               | 12 oak street                    | yes",
        "12 Oak St               | 12 Oak                           | yes",
        "12 Oak St               | 12 Oak St Apt 4, Oakland CA      | yes",
        "12 Oak St #4B           | 12 Oak                           | yes",
        "12 Oak St               | Apt 4, 12 Oak St                 | yes",
        "12 Oak St               | 12 Oak St Oakland CA 94607       | yes",
        "12 Oak St               | 12 Oakland                       | no",
        "12 Oak St               | 12 Elm St                        | no",
        "12 Oak St               | 12, Oak St                       | yes",
        "12 W 5th St             | 12 West Fifth Street             | yes",
        "12 W 5th St             | 12 West 6th Street               | no",
        "12 W 5th St             | 12 East 5th St                   | no",
        "350 5th Ave             | 350 Fifth Avenue, 3rd Floor      | yes",
        "350 5th Ave             | 350 5th St                       | no",
        "21 Twenty-First St      | 21 21st street                   | yes",
        "5 Calle 5               | 5 Calle Quinta                   | yes",
        "5 Calle 5               | 5 Calle 6                        | no",
        "40 Avenue B             | 40 Ave B                         | yes",
        "40 Avenue B             | 40 Avenue C                      | no",
        "8 County Road 12        | 8 County Rd 12                   | yes",
        "8 County Road 12        | 8 County Road 14                 | no",
        "9 N Main St             | 9 Main St                        | no",
        "9 Main St NW            | 9 Main Street N.W.               | yes",
        "12 St Charles Ave       | 12 Saint Charles Avenue          | yes",
        "12 Court St             | 12 Plaza St                      | no",
        "12 Office Park Dr       | 12 Building Lake Dr              | no",
        "12 Oak St               | 12 Street                        | no",
        "12 St                   | 12 Ave                           | no",
        "12 Calle                | 12 Avenida                       | no",
        "PO Box 12               | PO Box 12                        | no",
      })
  void it_is_the_same_house_when_number_and_the_whole_name_are(
      String onFile, String said, String same) {
    var known = StreetAddress.read(onFile);
    var typed = StreetAddress.read(said);

    assertThat(known.isPresent() && typed.filter(known.get()::is).isPresent())
        .isEqualTo(same.equals("yes"));
  }
}
