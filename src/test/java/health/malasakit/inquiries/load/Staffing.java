package health.malasakit.inquiries.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who takes calls where: each person for three clinics, at an extension of her own. */
public record Staffing(int clinics, int people) {

  private static final int EXTENSION = 200;
  private static final int CLINICS_EACH = 3;

  List<Integer> clinicsOf(int person) {
    return IntStream.range(0, CLINICS_EACH)
        .mapToObj(n -> (person + n * Math.max(1, clinics / CLINICS_EACH)) % clinics)
        .distinct()
        .toList();
  }

  List<Integer> at(int clinic) {
    return IntStream.range(0, people)
        .boxed()
        .filter(person -> clinicsOf(person).contains(clinic))
        .toList();
  }

  static String extension(int person) {
    return String.valueOf(EXTENSION + person);
  }

  /** Who sits there; empty where nobody does. */
  Optional<Integer> person(String extension) {
    int person = Integer.parseInt(extension) - EXTENSION;
    return person >= 0 && person < people ? Optional.of(person) : Optional.empty();
  }
}
