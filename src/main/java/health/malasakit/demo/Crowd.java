package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.CarriedPatients;
import health.malasakit.patients.FactSource;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Interpreter;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientEmail;
import health.malasakit.patients.person.PatientLanguage;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.person.Sex;
import health.malasakit.patients.speaking.NewRepresentative;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.datafaker.Faker;
import org.springframework.stereotype.Component;

/**
 * The many patients of the made-up world, always the same: seeded. Numbers are of 555-0110 to
 * 555-0179 in each area, mail goes to example.org, streets are no real ones.
 */
@Component
class Crowd {

  private static final long SEED = 20_261_123;
  private static final int FIRST_OF_FICTION = 110;
  private static final int NUMBERS_AN_AREA = 70;

  private final CarriedPatients patients;

  Crowd(CarriedPatients patients) {
    this.patients = patients;
  }

  /** Patients of a clinic who stand for nothing in particular. */
  List<PatientId> register(MadeClinic clinic, int count, LocalDate today) {
    var habits = Habits.of(clinic.slug());
    var random = new Random(SEED + clinic.slug().hashCode());
    var faker = new Faker(Locale.forLanguageTag(habits.names()), random);
    var all = new ArrayList<NewPatient>();
    for (int number = 0; number < count; number++) {
      all.add(new Maker(habits, random, faker, today).patient(number));
    }
    return patients.register(clinic.id(), all);
  }

  /** Makes one patient after the other. */
  private record Maker(Habits habits, Random random, Faker faker, LocalDate today) {

    NewPatient patient(int number) {
      var family = faker.name().lastName();
      boolean female = random.nextInt(100) < habits.womenInHundred();
      var given = female ? faker.name().femaleFirstName() : faker.name().maleFirstName();
      int age = habits.ageFrom() + random.nextInt(habits.ageTo() - habits.ageFrom());
      var born = today.minusYears(age).minusDays(random.nextInt(364) + 1L);
      var phone = phone(number);
      var language = random.nextInt(100) < 70 ? habits.language() : habits.otherLanguage();
      var facts =
          PersonFacts.named(PatientName.official(given, family))
              .edit()
              .birthDate(Optional.of(born))
              .sex(female ? Sex.FEMALE : Sex.MALE)
              .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(phone))))
              .addresses(List.of(address()))
              .emails(List.of(email(number)))
              .languages(List.of(PatientLanguage.preferred(language)))
              .interpreter(interpreter(language))
              .zone(Optional.of(habits.zone()))
              .done();
      var mrn = Identifier.mrn("%s-%05d".formatted(habits.letters(), 1000 + number));
      return new NewPatient(
          facts, List.of(mrn), "", responsible(age, family, phone), FactSource.PERSON);
    }

    private String phone(int number) {
      // Two in a household share a number.
      int line = number / 2;
      var areas = habits.areas();
      var area = areas.get(line / NUMBERS_AN_AREA % areas.size());
      return "(%s) 555-%04d".formatted(area, FIRST_OF_FICTION + line % NUMBERS_AN_AREA);
    }

    private PatientAddress address() {
      var street = habits.streets().get(random.nextInt(habits.streets().size()));
      var zip = habits.zips().get(random.nextInt(habits.zips().size()));
      var line = 1 + random.nextInt(480) + " " + street;
      return new PatientAddress(ContactUse.HOME, line, habits.city(), habits.state(), zip, "US");
    }

    private PatientEmail email(int number) {
      var local = habits.letters().toLowerCase(Locale.ROOT) + "." + (1000 + number);
      return new PatientEmail(ContactUse.HOME, local + "@example.org");
    }

    private Interpreter interpreter(String language) {
      if (language.equals("en")) {
        return Interpreter.NOT_NEEDED;
      }
      return random.nextBoolean() ? Interpreter.NEEDED : Interpreter.NOT_ASKED;
    }

    private Optional<NewRepresentative> responsible(int age, String family, String phone) {
      return age >= 18
          ? Optional.empty()
          : Optional.of(
              NewRepresentative.parent(
                  faker.name().femaleFirstName() + " " + family, "mother", phone));
    }
  }

  /** What the patients of a clinic have in common. */
  private record Habits(
      String letters,
      String names,
      ZoneId zone,
      String city,
      String state,
      List<String> zips,
      List<String> areas,
      List<String> streets,
      String language,
      String otherLanguage,
      int womenInHundred,
      int ageFrom,
      int ageTo) {

    static Habits of(String slug) {
      var line = Lines.of("habits", slug).getFirst();
      return new Habits(
          line.get(1),
          line.get(2),
          ZoneId.of(line.get(3)),
          line.get(4),
          line.get(5),
          Lines.parts(line.get(6)),
          Lines.parts(line.get(7)),
          Lines.parts(line.get(8)),
          line.get(9),
          line.get(10),
          Integer.parseInt(line.get(11)),
          Integer.parseInt(line.get(12)),
          Integer.parseInt(line.get(13)));
    }
  }
}
