package health.malasakit.interop.fhir;

/**
 * How many resources of a type were read and what became of them. Of a type that is not taken only
 * the number read is counted; of all others each resource read is one of the other four.
 */
public record Tally(int read, int created, int updated, int unchanged, int refused) {

  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  Tally passedOver() {
    return new Tally(read + 1, created, updated, unchanged, refused);
  }

  Tally counting(Outcome outcome) {
    return switch (outcome) {
      case CREATED -> new Tally(read + 1, created + 1, updated, unchanged, refused);
      case UPDATED -> new Tally(read + 1, created, updated + 1, unchanged, refused);
      case UNCHANGED -> new Tally(read + 1, created, updated, unchanged + 1, refused);
    };
  }

  Tally refusing() {
    return new Tally(read + 1, created, updated, unchanged, refused + 1);
  }

  Tally plus(Tally other) {
    return new Tally(
        read + other.read,
        created + other.created,
        updated + other.updated,
        unchanged + other.unchanged,
        refused + other.refused);
  }
}
