package health.malasakit.interop.fhir;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Finds what references refer to, in any file imported so far. */
@Component
class KnownNames {

  private final KnownStore store;

  KnownNames(KnownStore store) {
    this.store = store;
  }

  /** Keeps the names of a resource for the row that it became; says whether any is new. */
  Outcome keep(Taking taking, Collection<String> names, Known known) {
    taking.run().remember(taking.resource().place().file(), names, known);
    var meant = names.stream().map(taking.run()::meant).toList();
    return store.add(taking.run().organization(), meant, known);
  }

  /**
   * What a reference refers to, by its surest name.
   *
   * @param type for a reference that gives an identifier alone
   */
  Known.Answer find(Taking taking, Reference reference, String type) {
    for (String name : ResourceKeys.wanted(reference, type)) {
      Known.Answer answer = taking.run().find(store, taking.resource().place().file(), name);
      if (!(answer instanceof Known.Answer.None)) {
        return answer;
      }
    }
    return new Known.Answer.None();
  }

  /** The first of several references that refers to a row of that kind. */
  Known.Answer first(Taking taking, List<Reference> references, Known.Kind kind, String type) {
    Known.Answer last = new Known.Answer.None();
    for (Reference reference : references) {
      last = find(taking, reference, type);
      if (last instanceof Known.Answer.One(Known known) && known.kind() == kind) {
        return last;
      }
    }
    return last instanceof Known.Answer.One ? new Known.Answer.None() : last;
  }

  /**
   * The patient to whom a resource belongs.
   *
   * @throws NotTaken when she is not known, or her name is not hers alone
   */
  Known patient(Taking taking, Reference reference, String path) {
    if (!ResourceKeys.says(reference)) {
      throw new NotTaken(path, Refusal.said("reference.missing"));
    }
    Known.Answer answer = find(taking, reference, ResourceFields.PATIENT);
    return answer
        .one()
        .filter(known -> known.kind() == Known.Kind.PATIENT)
        .orElseThrow(() ->
            new NotTaken(
                path,
                answer instanceof Known.Answer.One
                    ? Refusal.said("reference.type")
                    : answer.rule()));
  }
}
