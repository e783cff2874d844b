package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.Organizations;
import health.malasakit.inquiries.mixups.MixUpFindings;
import health.malasakit.inquiries.mixups.NearMisses;
import health.malasakit.inquiries.mixups.Slip;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Choice;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the page of how often it happens. */
@Component
class CountsPages {

  private final MixUpFindings findings;
  private final NearMisses misses;
  private final Organizations organizations;

  CountsPages(MixUpFindings findings, NearMisses misses, Organizations organizations) {
    this.findings = findings;
    this.misses = misses;
    this.organizations = organizations;
  }

  @Transactional(readOnly = true)
  CountsPage page(NearMissForm typed, boolean added) {
    var counts = findings.counts();
    var scope = Scopes.current();
    return new CountsPage(
        MixUpFindings.COUNTED_DAYS,
        Arrays.stream(Slip.values())
            .map(slip -> new CountsPage.Count(slip.code(), counts.getOrDefault(slip, 0)))
            .toList(),
        counts.values().stream().mapToInt(Integer::intValue).sum(),
        misses.counts().stream()
            .sorted(Comparator.comparingInt(NearMisses.Count::times).reversed())
            .map(one ->
                new CountsPage.Near(
                    one.kind().what().code(), one.kind().slip().code(), one.times()))
            .toList(),
        organizations.inScope().stream()
            .filter(one -> scope.may(one.id(), "mixups", Verb.CREATE))
            .map(one -> Choice.of(one.id().toString(), one.name()))
            .toList(),
        added,
        typed);
  }
}
