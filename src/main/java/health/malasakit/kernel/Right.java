package health.malasakit.kernel;

/** May do {@code verb} with things of kind {@code object}, for example read appointments. */
public record Right(String object, Verb verb) {

  @Override
  public String toString() {
    return object + ":" + verb.name().toLowerCase(java.util.Locale.ROOT);
  }
}
