package health.malasakit.patients.search;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Corpus;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Look-alikes against public sets of made-up duplicates; prints precision and recall. */
@MalasakitTest
class LookAlikeRecallTest {

  private final World world;
  private final Patients patients;
  private final LookAlikes lookAlikes;
  private final TransactionTemplate transactions;

  LookAlikeRecallTest(
      World world, Patients patients, LookAlikes lookAlikes, TransactionTemplate transactions) {
    this.world = world;
    this.patients = patients;
    this.lookAlikes = lookAlikes;
    this.transactions = transactions;
  }

  @Test
  void of_five_hundred_pairs_nearly_all_are_shown_and_nearly_nobody_else() {
    var records = Corpus.lines("matching/febrl_dataset1_records.csv");
    Map<String, String> truth = truth(Corpus.lines("matching/febrl_dataset1_truth.csv"));
    var clinic = world.clinic("Lakeside Family Medicine").id();

    Scopes.run(
        Scope.job(clinic, "test"),
        () -> {
          Map<PatientId, Record> people = registered(clinic, records);
          Score score = score(clinic, people, truth);
          System.out.println("look-alikes on FEBRL dataset 1: " + score);
          assertThat(score.recall()).isGreaterThan(0.9);
          assertThat(score.precision()).isGreaterThan(0.9);
        });
  }

  private record Record(String id, Sketch sketch) {}

  private record Score(int pairs, int shown, int right) {
    double recall() {
      return (double) right / pairs;
    }

    double precision() {
      return (double) right / shown;
    }

    @Override
    public String toString() {
      return "pairs %d, shown %d, right %d, recall %.3f, precision %.3f"
          .formatted(pairs, shown, right, recall(), precision());
    }
  }

  private Map<PatientId, Record> registered(OrganizationId clinic, List<String> lines) {
    Map<PatientId, Record> people = new HashMap<>();
    List<String> columns = cells(lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      List<String> row = cells(line);
      var sketch =
          new Sketch(
              cell(columns, row, "given_name"),
              cell(columns, row, "surname"),
              date(cell(columns, row, "date_of_birth")),
              "",
              cell(columns, row, "address_1") + ", " + cell(columns, row, "suburb"));
      if (!sketch.given().isEmpty() || !sketch.family().isEmpty()) {
        people.put(
            patients.register(clinic, NewPatient.saidByCaller(facts(sketch))),
            new Record(row.getFirst(), sketch));
      }
    }
    return people;
  }

  private Score score(
      OrganizationId clinic, Map<PatientId, Record> people, Map<String, String> truth) {
    Set<Set<String>> shown = new HashSet<>();
    people.forEach((id, record) ->
        weighed(clinic, record).stream()
            .filter(one -> !one.card().id().equals(id))
            .limit(5)
            .forEach(one -> shown.add(Set.of(record.id(), people.get(one.card().id()).id()))));
    long right =
        shown.stream()
            .filter(pair -> pair.stream().map(truth::get).collect(Collectors.toSet()).size() == 1)
            .count();
    int pairs = truth.size() - Set.copyOf(truth.values()).size();
    return new Score(pairs, shown.size(), (int) right);
  }

  private List<LookAlike> weighed(OrganizationId clinic, Record record) {
    return java.util.Objects.requireNonNull(
        transactions.execute(status -> lookAlikes.weighed(clinic, record.sketch())));
  }

  private static PersonFacts facts(Sketch sketch) {
    String[] place = sketch.place().split(", ", -1);
    return PersonFacts.named(PatientName.official(sketch.given(), sketch.family()))
        .edit()
        .birthDate(sketch.birthDate())
        .addresses(List.of(new PatientAddress(ContactUse.HOME, place[0], place[1], "", "", "AU")))
        .done();
  }

  private static Optional<LocalDate> date(String written) {
    try {
      var date = LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
      return date.getYear() < 1850 ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, String> truth(List<String> lines) {
    return lines.stream()
        .skip(1)
        .map(LookAlikeRecallTest::cells)
        .collect(Collectors.toMap(List::getFirst, row -> row.get(1)));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static String cell(List<String> columns, List<String> row, String name) {
    return row.get(columns.indexOf(name));
  }
}
