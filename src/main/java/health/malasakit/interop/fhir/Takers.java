package health.malasakit.interop.fhir;

import health.malasakit.kernel.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one resource after the other, each whole or not at all, and counts what became of it. */
@Component
class Takers {

  private final Map<String, Taker> byType = new HashMap<>();
  private final TransactionTemplate alone;

  Takers(List<Taker> takers, PlatformTransactionManager transactions) {
    takers.forEach(taker -> taker.types().forEach(type -> byType.put(type, taker)));
    alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Takes a resource, or notes why not; the transaction around it goes on either way. */
  void take(Taking taking) {
    var found = taking.resource();
    var tally = taking.run().tally();
    try {
      Outcome outcome = taken(taking);
      tally.taken(found.place().file(), found.type(), outcome);
    } catch (NotTaken rule) {
      tally.refused(found.type(), found.place().refuse(inside(found, rule.path()), rule.rule()));
    } catch (Refused rule) {
      String said = rule.code() + ": " + rule.sentence();
      tally.refused(found.type(), found.place().refuse(path(found, rule), said));
    } catch (DataIntegrityViolationException rule) {
      taking.run().forget();
      tally.refused(found.type(), found.place().refuse(found.path(), broken(rule)));
    }
  }

  private Outcome taken(Taking taking) {
    var found = taking.resource();
    var taker = java.util.Objects.requireNonNull(byType.get(found.type()));
    var resource = R4.read(found.type(), found.json());
    return java.util.Objects.requireNonNull(
        alone.execute(transaction -> taker.take(taking, resource)));
  }

  /** What forms call by a name of ours is called by FHIR's here. */
  private static String path(Found.Resource found, Refused rule) {
    String element =
        rule.code().equals("patient.identifier_taken") ? "identifier" : rule.field().orElse("");
    return element.isEmpty() ? found.path() : found.path() + "." + element;
  }

  /** A path in a coverage inside a benefit begins at the benefit. */
  private static String inside(Found.Resource found, String path) {
    return found.path().equals(found.type()) || !path.startsWith(found.type())
        ? path
        : found.path() + path.substring(found.type().length());
  }

  /**
   * The database has the last word; its own words may hold the value, so its rule alone is said.
   */
  private static String broken(DataIntegrityViolationException violation) {
    Optional<String> constraint =
        violation.getMostSpecificCause() instanceof PSQLException said
            ? Optional.ofNullable(said.getServerErrorMessage())
                .map(ServerErrorMessage::getConstraint)
            : Optional.empty();
    return constraint
        .map(name -> Refusal.said("database/named", name))
        .orElseGet(() -> Refusal.said("database"));
  }
}
