package health.malasakit.directory;

import static health.malasakit.directory.DirectorySamples.as;
import static health.malasakit.directory.DirectorySamples.assertRefused;
import static health.malasakit.directory.DirectorySamples.assertWriteRefused;
import static health.malasakit.directory.DirectorySamples.details;
import static health.malasakit.directory.DirectorySamples.doctor;
import static health.malasakit.directory.DirectorySamples.freshNumber;
import static health.malasakit.directory.DirectorySamples.lateNotice;
import static health.malasakit.directory.DirectorySamples.newPatient;
import static health.malasakit.directory.DirectorySamples.nurse;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
}
