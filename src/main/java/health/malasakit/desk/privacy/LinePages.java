package health.malasakit.desk.privacy;

import health.malasakit.access.Accounts;
import health.malasakit.audit.AuditLines;
import health.malasakit.audit.Line;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Puts names, counts and plain words to lines: three questions for a whole page. */
@Component
class LinePages {

  private final Accounts accounts;
  private final Patients patients;
  private final AuditLines audit;
  private final MessageSource bundles;

  LinePages(Accounts accounts, Patients patients, AuditLines audit, MessageSource bundles) {
    this.accounts = accounts;
    this.patients = patients;
    this.audit = audit;
    this.bundles = bundles;
  }

  List<LinePage> of(ClinicAt clinic, List<Line> lines, Locale locale) {
    Set<AccountId> people =
        lines.stream().flatMap(line -> line.account().stream()).collect(Collectors.toSet());
    Set<PatientId> about =
        lines.stream().flatMap(line -> line.patient().stream()).collect(Collectors.toSet());
    var names = accounts.namesOf(people);
    var cards = patients.cards(about);
    var words = new Words(bundles, locale);
    var known = new Known(names, cards, audit.times(clinic.id(), lines));
    return lines.stream().map(line -> page(clinic, line, known, words)).toList();
  }

  private record Known(
      Map<AccountId, String> names, Map<PatientId, PatientCard> cards, Map<UUID, Integer> times) {}

  private static LinePage page(ClinicAt clinic, Line line, Known known, Words words) {
    var details = new Details(words);
    return new LinePage(
        Moments.dated(line.at(), clinic.zone()),
        line.account().map(id -> known.names().getOrDefault(id, "")).orElse(line.actor()),
        line.account().map(AccountId::toString).orElse(""),
        details.country(line.country()),
        said(words, line) + times(words, known.times().getOrDefault(line.id(), 1)),
        line.patient()
            .map(id -> known.cards().containsKey(id) ? known.cards().get(id).name() : "")
            .orElse(""),
        line.patient().map(PatientId::toString).orElse(""),
        line.detail().isEmpty() ? "" : details.said(line));
  }

  /** Plain words for an act on this kind of thing, else for the act; else the codes as they are. */
  static String said(Words words, Line line) {
    var act = "audit.act." + key(line.act());
    var thing = found(words, "audit.subject." + key(line.subject()), line.subject());
    var plainly = found(words, act, line.act() + " " + thing, thing);
    return found(words, act + "." + key(line.subject()), plainly, thing);
  }

  private static String times(Words words, int times) {
    return times == 1 ? "" : words.of("audit.times", times);
  }

  private static String key(String code) {
    return code.replace(' ', '-');
  }

  private static String found(Words words, String key, String otherwise, Object... args) {
    try {
      return words.of(key, args);
    } catch (NoSuchMessageException unknown) {
      return otherwise;
    }
  }
}
