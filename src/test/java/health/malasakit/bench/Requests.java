package health.malasakit.bench;

import health.malasakit.Client;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients ask for, over HTTP as a browser does. */
final class Requests {

  private static final int STARTS_A_DAY = 70;

  /** Who books over all clinics does it so much later that nobody meets the bookings in one. */
  private static final long DAYS_APART = 60;

  private final BenchSize size;
  private final LocalDate today;
  private final LocalDate firstFree;
  private final AtomicInteger nextHere = new AtomicInteger();
  private final AtomicInteger nextAnywhere = new AtomicInteger();

  /**
   * Asks for the day page of one day and for bookings from another on.
   *
   * @param today the fullest day of the world, which may be older than the calendar's
   */
  Requests(BenchSize size, LocalDate today, LocalDate firstFree) {
    this.size = size;
    this.today = today;
    this.firstFree = firstFree;
  }

  /** A time that nobody has asked for, at a practitioner of a clinic, and a patient who is free. */
  record Time(int clinic, int practitioner, int patient, LocalDateTime start) {}

  Time free(boolean wide) {
    int number = (wide ? nextAnywhere : nextHere).getAndIncrement();
    int clinic = wide ? 1 + number % size.clinics() : 1;
    int inClinic = wide ? number / size.clinics() : number;
    int slot = inClinic / BenchSize.PRACTITIONERS_EACH;
    var start =
        firstFree
            .plusDays((wide ? DAYS_APART : 0) + slot / STARTS_A_DAY)
            .atStartOfDay()
            .plusMinutes(20L * (slot % STARTS_A_DAY));
    return new Time(
        clinic, inClinic % BenchSize.PRACTITIONERS_EACH, inClinic % size.patientsEach(), start);
  }

  static Client.Answer book(Client client, Time time, Object patient) {
    var body =
        "{\"patient\":\"%s\",\"site\":\"%s\",\"practitioner\":\"%s\",\"visitType\":\"%s\",\"start\":\"%s\",\"zone\":\"America/New_York\"}"
            .formatted(
                patient,
                BenchWorld.id("site", time.clinic(), 0),
                BenchWorld.id("practitioner", time.clinic(), time.practitioner()),
                BenchWorld.id("type", time.clinic(), 0),
                time.start().toString().substring(0, 16));
    return client.json("/api/appointments", body);
  }

  /** The beginning of her family name, one letter of her given name, and her birth date. */
  static String nameAndBirth(BenchWorld.Person person) {
    var family = person.family();
    return family.substring(0, Math.min(4, family.length()))
        + " "
        + person.given().charAt(0)
        + " "
        + person.born();
  }

  /** Her name with one letter of the family name left out or changed. */
  static String mistyped(BenchWorld.Person person) {
    var family = person.family();
    int at = 1 + Math.floorMod(person.id().hashCode(), Math.max(1, family.length() - 1));
    var wrong =
        person.id().hashCode() % 2 == 0
            ? family.substring(0, at) + family.substring(Math.min(at + 1, family.length()))
            : family.substring(0, at) + 'x' + family.substring(Math.min(at + 1, family.length()));
    return person.given() + " " + wrong;
  }

  static Client.Answer search(Client client, String typed) {
    var kept = client.post("/search", java.util.Map.of("q", typed));
    return client.get(kept.location());
  }

  Client.Answer day(Client client, boolean wide) {
    int clinic = wide ? 1 + ThreadLocalRandom.current().nextInt(size.clinics()) : 1;
    return client.get("/days/" + BenchWorld.id("site", clinic, 0) + "/" + today);
  }
}
