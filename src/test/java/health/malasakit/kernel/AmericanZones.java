package health.malasakit.kernel;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Each state, split state and territory with its zones: what the clock-change tests walk. */
public final class AmericanZones {

  /** Place, winter and summer hours from UTC, zones. */
  private static final List<String> TABLE =
      List.of(
          "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV|-5|-4|America/New_York",
          "FL|-5|-4|America/New_York",
          "FL west|-6|-5|America/Chicago",
          "MI|-5|-4|America/Detroit",
          "MI west|-6|-5|America/Menominee",
          "IN|-5|-4|America/Indiana/Indianapolis America/Indiana/Marengo"
              + " America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Vincennes"
              + " America/Indiana/Winamac",
          "IN corners|-6|-5|America/Chicago America/Indiana/Knox America/Indiana/Tell_City",
          "KY|-5|-4|America/New_York America/Kentucky/Louisville America/Kentucky/Monticello",
          "KY west|-6|-5|America/Chicago",
          "TN east|-5|-4|America/New_York",
          "AL AR IA IL LA MN MO MS OK TN WI|-6|-5|America/Chicago",
          "TX KS NE SD|-6|-5|America/Chicago",
          "TX El Paso, KS NE SD west|-7|-6|America/Denver",
          "ND|-6|-5|America/Chicago America/North_Dakota/Center"
              + " America/North_Dakota/New_Salem America/North_Dakota/Beulah",
          "ND west|-7|-6|America/Denver",
          "CO MT NM UT WY|-7|-6|America/Denver",
          "ID south|-7|-6|America/Boise",
          "ID north|-8|-7|America/Los_Angeles",
          "OR Malheur|-7|-6|America/Boise",
          "NV West Wendover|-7|-6|America/Denver",
          "AZ|-7|-7|America/Phoenix",
          "AZ Navajo Nation|-7|-6|America/Shiprock",
          "CA NV OR WA|-8|-7|America/Los_Angeles",
          "AK|-9|-8|America/Anchorage America/Juneau America/Sitka America/Metlakatla"
              + " America/Yakutat America/Nome",
          "AK Aleutians|-10|-9|America/Adak",
          "HI|-10|-10|Pacific/Honolulu",
          "PR|-4|-4|America/Puerto_Rico",
          "VI|-4|-4|America/St_Thomas",
          "GU|10|10|Pacific/Guam",
          "MP|10|10|Pacific/Saipan",
          "AS|-11|-11|Pacific/Pago_Pago",
          "Manila|8|8|Asia/Manila");

  /** One zone of one place with its offsets. */
  public record Place(String name, ZoneId zone, int winterHours, int summerHours) {

    boolean changesClocks() {
      return winterHours != summerHours;
    }

    @Override
    public String toString() {
      return name + " " + zone;
    }
  }

  private AmericanZones() {}

  public static Stream<Place> all() {
    return TABLE.stream().flatMap(AmericanZones::places);
  }

  public static Stream<Place> withClockChanges() {
    return all().filter(Place::changesClocks);
  }

  public static Stream<Place> withoutClockChanges() {
    return all().filter(place -> !place.changesClocks());
  }

  private static Stream<Place> places(String line) {
    List<String> parts = List.of(line.split("\\|"));
    int winter = Integer.parseInt(parts.get(1));
    int summer = Integer.parseInt(parts.get(2));
    return Stream.of(parts.get(3).split(" "))
        .map(id -> new Place(parts.get(0), ZoneId.of(id), winter, summer));
  }
}
