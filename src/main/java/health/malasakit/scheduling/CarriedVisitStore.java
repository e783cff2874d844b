package health.malasakit.scheduling;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.WallTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Writes many visits with one statement a table. Times travel as ISO text. */
@Repository
class CarriedVisitStore {

  private static final String ADD_VISITS =
      """
      insert into scheduling.visit
        (organization_id, id, patient_id, site_id, practitioner_id, visit_type_id, local_start, zone, fold,
         zone_data, starts_at, ends_at, status, arrived_at, done_at, missed_at, cancelled_at, cancelled_by,
         cancel_reason, origin, version, booked_by, booked_at)
      select :organization, id, patient, site, practitioner, type, cast(local as timestamp), zone, fold,
             :zoneData, cast(starts as timestamptz), cast(ends as timestamptz), status,
             cast(arrived as timestamptz), cast(done as timestamptz), cast(missed as timestamptz),
             cast(cancelled as timestamptz), cancelled_by, reason, 'here',
             case when status = 'booked' then 1 else 2 end, cast(:account as uuid), cast(booked as timestamptz)
        from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:sites as uuid[]),
               cast(:practitioners as uuid[]), cast(:types as uuid[]), cast(:locals as text[]), cast(:zones as text[]),
               cast(:folds as text[]), cast(:starts as text[]), cast(:ends as text[]), cast(:statuses as text[]),
               cast(:arrived as text[]), cast(:done as text[]), cast(:missed as text[]), cast(:cancelled as text[]),
               cast(:cancelledBy as text[]), cast(:reasons as text[]), cast(:booked as text[]))
          as v (id, patient, site, practitioner, type, local, zone, fold, starts, ends, status, arrived, done, missed,
                cancelled, cancelled_by, reason, booked)
      """;

  private static final String ADD_OCCUPANCY =
      """
      insert into scheduling.occupancy
        (organization_id, kind, resource_id, starts_at, ends_at, state, holder_id, beside)
      select :organization, kind, resource, cast(starts as timestamptz), cast(ends as timestamptz), 'booked', visit, visit
        from unnest(cast(:kinds as text[]), cast(:resources as uuid[]), cast(:starts as text[]), cast(:ends as text[]),
               cast(:visits as uuid[])) as o (kind, resource, starts, ends, visit)
      """;

  private static final String ADD_HISTORY =
      """
      insert into scheduling.visit_change
        (organization_id, id, visit_id, patient_id, at, account_id, act, version, local_start, zone,
         practitioner_id, site_id, reason)
      select :organization, change, id, patient, cast(at as timestamptz), cast(:account as uuid), act,
             case when act = 'booked' then 1 else 2 end, cast(local as timestamp), zone, practitioner, site, reason
        from unnest(cast(:changes as uuid[]), cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:ats as text[]),
               cast(:acts as text[]), cast(:locals as text[]), cast(:zones as text[]), cast(:practitioners as uuid[]),
               cast(:sites as uuid[]), cast(:reasons as text[]))
          as c (change, id, patient, at, act, local, zone, practitioner, site, reason)
      """;

  private record Takes(Bookable what, Visit visit) {}

  private record Became(Visit visit, String act, Instant at, String reason) {}

  private final JdbcClient jdbc;

  CarriedVisitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void addVisits(OrganizationId organization, List<CarriedVisit> all, Optional<AccountId> by) {
    var visits = all.stream().map(CarriedVisit::visit).toList();
    var statement = who(ADD_VISITS, organization, by).param("zoneData", WallTime.zoneDataVersion());
    marks(
            places(statement, visits),
            visits.stream().map(v -> VisitRow.Marks.of(v.status())).toList())
        .param("types", ids(visits, visit -> visit.place().type().orElseThrow().value()))
        .param("folds", texts(visits, visit -> VisitRow.code(visit.time().start().fold())))
        .param("starts", texts(visits, visit -> visit.time().from().toString()))
        .param("ends", texts(visits, visit -> visit.time().end().toString()))
        .param("statuses", texts(visits, visit -> visit.status().code()))
        .param("booked", texts(all, carried -> carried.bookedAt().toString()))
        .update();
  }

  void addOccupancy(OrganizationId organization, List<CarriedVisit> all) {
    var takes = new ArrayList<Takes>();
    for (var carried : all) {
      var visit = carried.visit();
      if (visit.status().takesTime()) {
        takes.add(new Takes(Bookable.patient(visit.patient()), visit));
        visit
            .place()
            .practitioner()
            .ifPresent(one -> takes.add(new Takes(Bookable.practitioner(one), visit)));
        carried.things().forEach(thing -> takes.add(new Takes(Bookable.resource(thing), visit)));
      }
    }
    jdbc.sql(ADD_OCCUPANCY)
        .param("organization", organization.value())
        .param("kinds", texts(takes, one -> one.what().kind().code()))
        .param("resources", ids(takes, one -> one.what().id()))
        .param("starts", texts(takes, one -> one.visit().time().from().toString()))
        .param("ends", texts(takes, one -> one.visit().time().end().toString()))
        .param("visits", ids(takes, one -> one.visit().id().value()))
        .update();
  }

  void addHistory(OrganizationId organization, List<CarriedVisit> all, Optional<AccountId> by) {
    var changes = all.stream().flatMap(carried -> history(carried).stream()).toList();
    places(who(ADD_HISTORY, organization, by), changes.stream().map(Became::visit).toList())
        .param("changes", ids(changes, change -> Ids.next()))
        .param("ats", texts(changes, change -> change.at().toString()))
        .param("acts", texts(changes, Became::act))
        .param("reasons", texts(changes, Became::reason))
        .update();
  }

  private static List<Became> history(CarriedVisit carried) {
    var visit = carried.visit();
    var booked = new Became(visit, "booked", carried.bookedAt(), "");
    return switch (visit.status()) {
      case VisitStatus.Booked _ -> List.of(booked);
      case VisitStatus.Arrived arrived ->
          List.of(booked, new Became(visit, "arrived", arrived.at(), ""));
      case VisitStatus.Done done -> List.of(booked, new Became(visit, "done", done.at(), ""));
      case VisitStatus.Missed missed ->
          List.of(booked, new Became(visit, "missed", missed.at(), ""));
      case VisitStatus.Cancelled gone ->
          List.of(booked, new Became(visit, "cancelled", gone.at(), gone.reason()));
    };
  }

  private StatementSpec who(String sql, OrganizationId organization, Optional<AccountId> by) {
    return jdbc.sql(sql)
        .param("organization", organization.value())
        .param("account", by.map(AccountId::value).orElse(null));
  }

  private static StatementSpec places(StatementSpec statement, List<Visit> visits) {
    return statement
        .param("ids", ids(visits, visit -> visit.id().value()))
        .param("patients", ids(visits, visit -> visit.patient().value()))
        .param("sites", ids(visits, visit -> visit.site().value()))
        .param(
            "practitioners",
            ids(visits, visit -> visit.place().practitioner().orElseThrow().value()))
        .param("locals", texts(visits, visit -> visit.time().start().local().toString()))
        .param("zones", texts(visits, visit -> visit.time().zone().getId()));
  }

  private static StatementSpec marks(StatementSpec statement, List<VisitRow.Marks> all) {
    return statement
        .param("arrived", texts(all, marks -> text(marks.arrived())))
        .param("done", texts(all, marks -> text(marks.done())))
        .param("missed", texts(all, marks -> text(marks.missed())))
        .param(
            "cancelled",
            texts(all, marks -> marks.cancelled() == null ? null : text(marks.cancelled().at())))
        .param(
            "cancelledBy",
            texts(all, marks -> marks.cancelled() == null ? null : marks.cancelled().by().code()))
        .param(
            "reasons",
            texts(all, marks -> marks.cancelled() == null ? null : marks.cancelled().reason()));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
    var texts = new @Nullable String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = column.apply(rows.get(i));
    }
    return texts;
  }

  private static <T> UUID[] ids(List<T> rows, Function<T, UUID> column) {
    return rows.stream().map(column).toArray(UUID[]::new);
  }
}
