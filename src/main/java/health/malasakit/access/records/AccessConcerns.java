package health.malasakit.access.records;

import health.malasakit.audit.Concern;
import health.malasakit.audit.Look;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes a look at a record worth a question: a likeness, a restriction, a broken glass. */
@Configuration(proxyBeanMethods = false)
class AccessConcerns {

  /** Which of these patients, looked at by this person, are of concern. */
  private interface Question {
    Set<PatientId> among(
        OrganizationId organization, AccountId reader, Collection<PatientId> patients);
  }

  private record PerReader(String code, int order, Question question) implements Concern {

    @Override
    public Set<UUID> among(OrganizationId organization, List<Look> looks) {
      var lines = new HashSet<UUID>();
      looks.stream()
          .collect(Collectors.groupingBy(Look::reader))
          .forEach((reader, hers) -> {
            var patients = hers.stream().map(Look::patient).collect(Collectors.toSet());
            var found = question.among(organization, reader, patients);
            hers.stream()
                .filter(look -> found.contains(look.patient()))
                .forEach(look -> lines.add(look.line()));
          });
      return lines;
    }
  }

  @Bean
  Concern sameFamilyName(StaffProfiles profiles, ObjectProvider<OwnRecord> own) {
    return new Alike(OwnRecord.Likeness.SAME_FAMILY_NAME, profiles, own).concern(2);
  }

  @Bean
  Concern sameAddress(StaffProfiles profiles, ObjectProvider<OwnRecord> own) {
    return new Alike(OwnRecord.Likeness.SAME_ADDRESS, profiles, own).concern(3);
  }

  @Bean
  Concern samePhone(StaffProfiles profiles, ObjectProvider<OwnRecord> own) {
    return new Alike(OwnRecord.Likeness.SAME_PHONE, profiles, own).concern(4);
  }

  @Bean
  Concern restrictedRecord(RestrictedRecords restricted) {
    return new PerReader(
        "restricted", 5, (organization, reader, patients) -> restricted.restricted(patients));
  }

  @Bean
  Concern brokenGlass(BreakGlassStore glass) {
    return new PerReader("break_glass", 6, glass::everOpened);
  }

  /** Patients who are like their reader in one way. */
  private record Alike(
      OwnRecord.Likeness likeness, StaffProfiles profiles, ObjectProvider<OwnRecord> own) {

    Concern concern(int order) {
      return new PerReader(likeness.name().toLowerCase(Locale.ROOT), order, this::among);
    }

    private Set<PatientId> among(
        OrganizationId organization, AccountId reader, Collection<PatientId> patients) {
      return profiles.everSaid(reader).stream()
          .flatMap(profile ->
              own.stream().map(source -> source.likenesses(organization, patients, profile)))
          .flatMap(found -> found.entrySet().stream())
          .filter(found -> found.getValue().contains(likeness))
          .map(found -> found.getKey())
          .collect(Collectors.toSet());
    }
  }
}
