package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller can come to. An empty set asks for nothing in particular.
 *
 * @param organizations clinics to look in
 * @param types kinds of visit, of any of these clinics
 * @param notSites places she does not want
 * @param from first date on the clinic's calendar
 * @param to last date
 * @param after only what starts later than this
 */
public record OpeningsWanted(
    Set<OrganizationId> organizations,
    Set<VisitTypeId> types,
    Set<SiteId> sites,
    Set<SiteId> notSites,
    Set<PractitionerId> practitioners,
    Set<String> languages,
    Set<DayOfWeek> days,
    Set<PartOfDay> parts,
    LocalDate from,
    LocalDate to,
    Optional<Instant> after,
    int inARow) {

  /** For one visit alone. */
  public OpeningsWanted(
      Set<OrganizationId> organizations,
      Set<VisitTypeId> types,
      Set<SiteId> sites,
      Set<SiteId> notSites,
      Set<PractitionerId> practitioners,
      Set<String> languages,
      Set<DayOfWeek> days,
      Set<PartOfDay> parts,
      LocalDate from,
      LocalDate to,
      Optional<Instant> after) {
    this(
        organizations,
        types,
        sites,
        notSites,
        practitioners,
        languages,
        days,
        parts,
        from,
        to,
        after,
        1);
  }

  boolean site(SiteId site) {
    return (sites.isEmpty() || sites.contains(site)) && !notSites.contains(site);
  }

  boolean practitioner(PractitionerId one) {
    return practitioners.isEmpty() || practitioners.contains(one);
  }

  boolean speaks(Set<String> spoken) {
    return languages.isEmpty() || languages.stream().anyMatch(spoken::contains);
  }

  boolean on(LocalDate date) {
    return days.isEmpty() || days.contains(date.getDayOfWeek());
  }

  boolean at(LocalTime start) {
    return parts.isEmpty() || parts.stream().anyMatch(part -> part.contains(start));
  }

  /** The same for these practitioners only. */
  public OpeningsWanted with(Set<PractitionerId> only) {
    return new OpeningsWanted(
        organizations,
        types,
        sites,
        notSites,
        only,
        languages,
        days,
        parts,
        from,
        to,
        after,
        inARow);
  }
}
