package health.malasakit.browser.gallery;

import java.util.List;

/** What the example pages show that is not written into them. */
public record GalleryPage(int reading, String note) {

  /** A made-up line of a long table. */
  public record Line(String name, String what, String due, String clinic, String state) {}

  /** Something that stands on the day; counted in quarter hours after 08:00. */
  public record Stands(String kind, int from, int rows, String time, String who, String what) {}

  private static final List<String> NAMES =
      List.of(
          "Ana Reyes",
          "Đặng Thị Hoa",
          "James O'Connor",
          "María de la Cruz",
          "Zhang Wei 张伟",
          "Amina Yusuf",
          "Kwame Boateng",
          "Olga Petrova",
          "Lucía Ortega Núñez",
          "Sam Whitehorse");
  private static final List<String> WHAT =
      List.of(
          "Call back about her estimate",
          "Find a ride for Friday",
          "Ask for the missing note",
          "Offer the opened hour",
          "Check coverage again");

  /** Fifty lines. */
  public List<Line> lines() {
    return java.util.stream.IntStream.range(0, 50).mapToObj(GalleryPage::line).toList();
  }

  private static Line line(int i) {
    var state = List.of("next", "soon", "done", "harm", "").get(i % 5);
    var clinic = i % 3 == 0 ? "Harbor Family Clinic" : "Three Lakes Orthopedics";
    return new Line(
        NAMES.get(i % 10),
        WHAT.get(i % 5),
        "%02d:%02d EST".formatted(9 + i / 6, i % 6 * 10),
        clinic,
        state);
  }

  /** A column of the day. */
  public record Column(String who, String where, List<Stands> stands) {}

  /** Four practitioners. */
  public List<Column> columns() {
    return List.of(
        new Column(
            "Dr. Lena Ortiz",
            "Family medicine, 6 of 9 booked",
            List.of(
                new Stands("arrived", 0, 2, "08:00", "James O'Connor", "Follow-up"),
                new Stands("booked", 2, 3, "08:30", "Amina Yusuf", "New patient visit"),
                new Stands("open", 5, 2, "09:15", "", ""),
                new Stands("late", 7, 3, "09:45", "Đặng Thị Hoa", "Annual visit"),
                new Stands("held", 10, 2, "10:30", "JC", "Jo Cruz holds this for 3 more minutes"),
                new Stands("open", 12, 2, "11:00", "", ""),
                new Stands("open", 14, 2, "11:30", "", ""),
                new Stands("closed", 16, 4, "12:00", "", "Lunch"),
                new Stands("booked", 20, 3, "13:00", "María de la Cruz", "New patient visit"),
                new Stands("open", 23, 2, "13:45", "", ""))),
        new Column(
            "Dr. Samuel Adeyemi",
            "Family medicine, 4 of 8 booked",
            List.of(
                new Stands("missed", 0, 2, "08:00", "Kwame Boateng", "Follow-up"),
                new Stands("open", 2, 2, "08:30", "", ""),
                new Stands("booked", 4, 2, "09:00", "Olga Petrova", "Follow-up"),
                new Stands("booked", 6, 4, "09:30", "Sam Whitehorse", "Physical"),
                new Stands("open", 10, 2, "10:30", "", ""),
                new Stands("busy", 12, 4, "11:00", "", "Busy: staff meeting"),
                new Stands("closed", 16, 4, "12:00", "", "Lunch"),
                new Stands("late", 20, 2, "13:00", "Lucía Ortega Núñez", "Follow-up"),
                new Stands("open", 22, 2, "13:30", "", ""))),
        new Column(
            "Priya Iyer, NP",
            "Women's health, 3 of 7 booked",
            List.of(
                new Stands("closed", 0, 4, "08:00", "", "Comes at 09:00"),
                new Stands("open", 4, 2, "09:00", "", ""),
                new Stands("booked", 6, 2, "09:30", "Ana Reyes", "Annual visit"),
                new Stands("booked", 8, 2, "10:00", "Zhang Wei 张伟", "Follow-up"),
                new Stands("open", 10, 2, "10:30", "", ""),
                new Stands("harm", 12, 3, "11:00", "Grace Liu", "Procedure"),
                new Stands("open", 16, 2, "12:00", "", ""),
                new Stands("open", 18, 2, "12:30", "", ""),
                new Stands("open", 20, 2, "13:00", "", ""))),
        new Column(
            "Laboratory",
            "Draws, any nurse",
            List.of(
                new Stands("booked", 1, 1, "08:15", "Amina Yusuf", "Draw"),
                new Stands("open", 2, 1, "08:30", "", ""),
                new Stands("booked", 3, 1, "08:45", "Olga Petrova", "Draw"),
                new Stands("open", 5, 1, "09:15", "", ""),
                new Stands("busy", 8, 8, "10:00", "", "Busy"),
                new Stands("closed", 16, 4, "12:00", "", "Closed"),
                new Stands("open", 20, 2, "13:00", "", ""))));
  }
}
