package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every store keeps what it is given, and knows no row of another clinic. */
@MalasakitTest
class DirectoryRowsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

  private final World world;
  private final Clinics clinics;
  private final ClinicProfiles profiles;
  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes visitTypes;
  private final Resources resources;
  private final TransferList transfers;
  private final Notices notices;

  DirectoryRowsTest(
      World world,
      Clinics clinics,
      ClinicProfiles profiles,
      Sites sites,
      Practitioners practitioners,
      VisitTypes visitTypes,
      Resources resources,
      TransferList transfers,
      Notices notices) {
    this.world = world;
    this.clinics = clinics;
    this.profiles = profiles;
    this.sites = sites;
    this.practitioners = practitioners;
    this.visitTypes = visitTypes;
    this.resources = resources;
    this.transfers = transfers;
    this.notices = notices;
  }

  @Test
  void a_clinic_keeps_profile_numbers_hours_holidays_and_switches() {
    var org = world.clinic("Lakeside Family Medicine");
    var number = ClinicNumber.of(freshNumber(), "Main line");
    var zone = ZoneId.of("America/New_York");
    var hours =
        new WeekHours(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(Span.of("8-12"), Span.of("13:00-17:30")),
                DayOfWeek.SATURDAY,
                List.of(Span.of("22:00-02:00"))));
    var christmas = Holiday.closed(LocalDate.of(2099, 12, 25), "Christmas Day");
    var eve =
        new Holiday(
            LocalDate.of(2099, 12, 24), "Christmas Eve", Optional.of(Span.of("09:00-12:00")));
    var off = new Clinic.SwitchedOff("PH", Clinic.Export.PRINT);

    Clinic kept =
        as(
            org,
            () -> {
              profiles.describe(
                  org.id(), new Clinic.Profile("Good day", "LFM", Optional.of(zone)), 0);
              profiles.addNumber(org.id(), number);
              profiles.keepHours(org.id(), hours, 0);
              profiles.addHoliday(org.id(), christmas);
              profiles.addHoliday(org.id(), eve);
              profiles.switchOff(org.id(), off);
              return clinics.bySlug(org.slug());
            });

    assertThat(kept.profile()).isEqualTo(new Clinic.Profile("Good day", "LFM", Optional.of(zone)));
    assertThat(kept.numbers()).extracting(ClinicNumber::e164).containsExactly(number.e164());
    assertThat(kept.hours()).isEqualTo(hours);
    assertThat(kept.holidays()).containsExactly(eve, christmas);
    assertThat(kept.allows(Clinic.Export.PRINT, "PH")).isFalse();
    assertThat(kept.allows(Clinic.Export.PRINT, "US")).isTrue();
    assertThat(clinics.byDialledNumber(number.phone())).contains(org.id());
  }

  @Test
  void a_number_rings_at_one_clinic_only() {
    var one = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var number = ClinicNumber.of(freshNumber(), "");
    as(one, () -> add(one, number));

    assertRefused("clinic.number_taken", () -> as(other, () -> add(other, number)));

    assertThat(clinics.byDialledNumber(number.phone())).contains(one.id());
  }

  @Test
  void a_site_is_bookable_once_a_person_has_confirmed_its_zone() {
    var org = world.clinic("Lakeside Family Medicine");
    var person = world.person(Role.ADMINISTRATOR, org);
    Scopes.run(
        world.scopeOf(person),
        () -> {
          SiteId id = sites.add(org.id(), details("Main", "12207"));
          assertThat(sites.get(id).zone()).contains(ZoneId.of("America/New_York"));
          assertThat(sites.get(id).bookable()).isFalse();

          sites.confirmZone(id, ZoneId.of("America/New_York"), 1);

          assertThat(sites.get(id).bookable()).isTrue();
          assertThat(sites.get(id).zoneState())
              .isInstanceOfSatisfying(
                  Site.Zone.Confirmed.class,
                  confirmed -> assertThat(confirmed.by()).contains(person.account()));

          sites.change(id, details("Main", "32401"), 2);

          assertThat(sites.get(id).zoneState())
              .isEqualTo(new Site.Zone.Proposed(ZoneId.of("America/Chicago")));
        });
  }

  @Test
  void the_second_editor_overwrites_nothing() {
    var org = world.clinic("Lakeside Family Medicine");
    as(
        org,
        () -> {
          SiteId id = sites.add(org.id(), details("Main", "12207"));
          sites.change(id, details("North", "12207"), 1);
          assertRefused(Stale.CODE, () -> sites.change(id, details("South", "12207"), 1));
          assertThat(sites.get(id).name()).isEqualTo("North");

          profiles.describe(org.id(), Clinic.Profile.EMPTY, 0);
          assertRefused(Stale.CODE, () -> profiles.describe(org.id(), Clinic.Profile.EMPTY, 0));
          return id;
        });
  }

  @Test
  void a_facility_from_a_file_is_created_then_unchanged_then_updated_until_a_person_edits_it() {
    var org = world.clinic("Lakeside Family Medicine");
    var source = Source.of("fhir", "Organization/77");
    as(
        org,
        () -> {
          var first = sites.importFacility(org.id(), source, details("St. Mary", "02139"));
          assertThat(first.outcome()).isEqualTo(Imported.Outcome.CREATED);
          assertThat(sites.importFacility(org.id(), source, details("St. Mary", "02139")))
              .isEqualTo(new Imported<>(first.id(), Imported.Outcome.UNCHANGED));
          assertThat(sites.importFacility(org.id(), source, details("Saint Mary", "02139")))
              .isEqualTo(new Imported<>(first.id(), Imported.Outcome.UPDATED));
          Site site = sites.get(first.id());
          assertThat(site.source().imported()).isTrue();
          assertThat(site.bookable()).isFalse();

          sites.change(first.id(), details("Santa Maria", "02139"), site.version());
          assertThat(sites.importFacility(org.id(), source, details("S. Mary", "02139")).outcome())
              .isEqualTo(Imported.Outcome.UNCHANGED);
          assertThat(sites.get(first.id()).name()).isEqualTo("Santa Maria");
          return site;
        });
  }

  @Test
  void typing_a_wrong_npi_is_refused_and_importing_one_keeps_it_unverified() {
    var org = world.clinic("Lakeside Family Medicine");
    as(
        org,
        () -> {
          assertRefused(
              "npi.check_digit",
              () -> practitioners.add(org.id(), doctor("1234567890"), List.of()));
          var imported =
              practitioners.importOne(
                  org.id(), Source.of("fhir", "Practitioner/9"), doctor("9999999999"));
          Practitioner kept = practitioners.get(imported.id());
          assertThat(kept.details().npi()).isEqualTo("9999999999");
          assertThat(kept.npiVerified()).isFalse();
          assertThat(practitioners.get(typed(org)).npiVerified()).isTrue();
          return kept;
        });
  }

  @Test
  void people_visit_types_rooms_transfers_and_notices_are_kept() {
    var org = world.clinic("Lakeside Family Medicine");
    as(
        org,
        () -> {
          SiteId site = sites.add(org.id(), details("Main", "12207"));
          PractitionerId doctor = typed(org);
          practitioners.workAt(
              doctor, List.of(new PractitionerRole(doctor, site, "Family medicine")));
          assertThat(practitioners.at(sites.get(site)))
              .extracting(Practitioner::name)
              .containsExactly("Ana Reyes, MD");
          var need = new VisitType.Need(Resource.Type.ROOM, "exam room");
          VisitTypeId type = visitTypes.add(org.id(), newPatient(), Set.of(doctor), Set.of(need));
          assertThat(visitTypes.get(type).givenBy(doctor)).isTrue();
          assertThat(visitTypes.get(type).needs()).containsExactly(need);
          ResourceId room =
              resources.add(
                  org.id(), new Resource.Details(site, Resource.Type.ROOM, "exam room", "Room 1"));
          assertThat(resources.get(room).meets(need)).isTrue();
          TransferTargetId nurse = transfers.add(org.id(), nurse());
          assertThat(transfers.at(org.id(), NOON).clinicianReachable()).isTrue();
          assertThat(transfers.get(nurse).details()).isEqualTo(nurse());
          return room;
        });
  }

  @Test
  void rows_of_another_clinic_do_not_exist_and_cannot_be_written() {
    var mine = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    SiteId site = as(other, () -> sites.add(other.id(), details("Pier", "02139")));
    PractitionerId doctor = as(other, () -> typed(other));
    VisitTypeId type =
        as(other, () -> visitTypes.add(other.id(), newPatient(), Set.of(), Set.of()));
    TransferTargetId nurse = as(other, () -> transfers.add(other.id(), nurse()));
    NoticeId notice = as(other, () -> notices.add(other.id(), lateNotice()));

    as(
        mine,
        () -> {
          assertRefused("clinic.none", () -> clinics.get(other.id()));
          assertRefused("site.none", () -> sites.get(site));
          assertRefused("practitioner.none", () -> practitioners.get(doctor));
          assertRefused("visit_type.none", () -> visitTypes.get(type));
          assertRefused("transfer.none", () -> transfers.get(nurse));
          assertRefused("notice.none", () -> notices.get(notice));
          assertThat(sites.of(other.id())).isEmpty();
          assertThat(notices.now()).isEmpty();
          return 0;
        });
    assertWriteRefused(() -> as(mine, () -> sites.add(other.id(), details("Pier 2", "02139"))));
    assertWriteRefused(() -> as(mine, () -> typed(other)));
    assertWriteRefused(() -> as(mine, () -> transfers.add(other.id(), nurse())));
    assertWriteRefused(() -> as(mine, () -> notices.add(other.id(), lateNotice())));
    assertWriteRefused(
        () -> as(mine, () -> add(other, ClinicNumber.of(freshNumber(), "Main line"))));
    assertWriteRefused(
        () -> as(mine, () -> visitTypes.add(other.id(), newPatient(), Set.of(), Set.of())));
  }

  @Test
  void a_notice_waits_for_each_person_until_she_has_read_it_or_it_is_withdrawn() {
    var org = world.clinic("Lakeside Family Medicine");
    var luz = world.person(Role.SCHEDULER, org);
    var ben = world.person(Role.SCHEDULER, org);
    NoticeId id = as(org, () -> notices.add(org.id(), lateNotice()));

    Scopes.run(world.scopeOf(luz), () -> notices.markRead(id));

    assertThat(Scopes.call(world.scopeOf(luz), notices::now)).noneMatch(Notice::waits);
    assertThat(Scopes.call(world.scopeOf(ben), notices::now)).allMatch(Notice::waits);
    assertThat(as(org, () -> notices.readBy(notices.get(id))))
        .extracting(Notices.Receipt::reader)
        .containsExactly(luz.account());

    as(
        org,
        () -> {
          notices.withdraw(id);
          return 0;
        });
    assertThat(Scopes.call(world.scopeOf(ben), notices::now)).isEmpty();
  }

  private int add(Organization clinic, ClinicNumber number) {
    profiles.addNumber(clinic.id(), number);
    return 1;
  }

  private PractitionerId typed(Organization clinic) {
    return practitioners.add(clinic.id(), doctor("1234567893"), List.of());
  }

  private <T> T as(Organization clinic, Supplier<T> act) {
    return Scopes.call(
        health.malasakit.kernel.Scope.job(new OrganizationId(clinic.id().value()), "test"),
        act::get);
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static void assertWriteRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).rootCause().hasMessageContaining("row-level security");
  }

  private static String freshNumber() {
    return "+1212555%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
  }

  private static Site.Details details(String name, String zip) {
    return new Site.Details(
        name, new Address("12 Main St", "", "Albany", "NY", zip), Site.Book.OURS);
  }

  private static Practitioner.Details doctor(String npi) {
    return new Practitioner.Details("Ana", "Reyes", "MD", npi, List.of("en", "es"), List.of("NY"));
  }

  private static VisitType.Details newPatient() {
    return new VisitType.Details(
        "New patient",
        40,
        VisitType.Modality.IN_PERSON,
        "Bring your pills.",
        60,
        VisitType.Patients.NEW);
  }

  private static TransferTarget.Details nurse() {
    return new TransferTarget.Details(
        TransferTarget.Desk.NURSE,
        "Nurse line",
        Phone.of("(212) 555-0123"),
        "",
        TransferTarget.Reach.ALWAYS,
        new WeekHours(
            Map.of(DayOfWeek.MONDAY, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(17, 0))))),
        new TransferTarget.Fallback(Optional.empty(), "Take a message"));
  }

  private static Notice.Details lateNotice() {
    Instant now = Instant.now();
    return new Notice.Details(
        new Notice.About.WholeClinic(),
        "runs 40 min late",
        now.minusSeconds(60),
        now.plusSeconds(3600),
        true);
  }
}
