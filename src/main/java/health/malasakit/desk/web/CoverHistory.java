package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.PolicyStep;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.ui.When;
import health.malasakit.ui.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What happened to a patient's coverage: what changed, and when. */
@Component
class CoverHistory {

  private final Policies policies;
  private final Colleagues colleagues;
  private final MessageSource bundles;

  CoverHistory(Policies policies, Colleagues colleagues, MessageSource bundles) {
    this.policies = policies;
    this.colleagues = colleagues;
    this.bundles = bundles;
  }

  List<PatientPage.Happening> of(ClinicAt clinic, PatientId patient) {
    var steps = policies.history(clinic.id(), patient);
    var names =
        colleagues.names(
            steps.stream().flatMap(step -> step.policy().readBy().stream()).distinct().toList());
    var words = new Words(bundles, LocaleContextHolder.getLocale());
    return steps.stream().map(step -> happening(step, clinic, names, words)).toList();
  }

  private static PatientPage.Happening happening(
      PolicyStep step, ClinicAt clinic, Map<AccountId, String> names, Words words) {
    var policy = step.policy();
    var after = told(policy.facts(), words);
    var detail =
        switch (step.what()) {
          case ENTERED -> whole(after);
          case REMOVED -> after.getOrDefault("payer", "");
          case CORRECTED ->
              step.before()
                  .map(before -> changes(told(before.facts(), words), after, words))
                  .orElse("");
        };
    var removed = step.what() == PolicyStep.What.REMOVED;
    var who =
        removed
            ? ""
            : policy.readBy().map(by -> names.getOrDefault(by, "")).orElse(policy.source());
    return new PatientPage.Happening(
        "coverage",
        "card",
        who,
        "coverage." + step.what().name().toLowerCase(java.util.Locale.ROOT),
        detail,
        When.of(step.at(), clinic.zone()),
        "");
  }

  private static String whole(Map<String, String> told) {
    return Stream.of("payer", "programme", "plan", "memberId")
        .map(field -> told.getOrDefault(field, ""))
        .filter(value -> !value.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String changes(
      Map<String, String> before, Map<String, String> after, Words words) {
    return after.entrySet().stream()
        .filter(field -> !field.getValue().equals(before.get(field.getKey())))
        .map(field ->
            words.of(
                "desk.did.coverage.field",
                words.of("coverage.field." + field.getKey()),
                orNothing(before.getOrDefault(field.getKey(), ""), words),
                orNothing(field.getValue(), words)))
        .collect(Collectors.joining("; "));
  }

  private static String orNothing(String value, Words words) {
    return value.isEmpty() ? words.of("patients.change.nothing") : value;
  }

  /** What it says, by the fields of its form. */
  private static Map<String, String> told(PolicyFacts facts, Words words) {
    var told = new LinkedHashMap<String, String>();
    told.put("payer", facts.payer());
    told.put("programme", words.of("coverage.programme." + facts.programme().code()));
    told.put("state", facts.state().orElse(""));
    told.put("plan", facts.plan());
    told.put("memberId", facts.memberId());
    told.put("subscriberName", facts.subscriberName());
    told.put("place", words.of("coverage.place." + facts.place()));
    told.put("startsOn", facts.startsOn().map(Moments::dated).orElse(""));
    told.put("endsOn", facts.endsOn().map(Moments::dated).orElse(""));
    told.put("basis", words.of("coverage.basis." + facts.basis().code()));
    return told;
  }
}
