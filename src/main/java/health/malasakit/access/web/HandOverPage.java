package health.malasakit.access.web;

/** A link to be handed over; empty when the person has an account and needs none. */
public record HandOverPage(String clinic, String name, String link) {

  @Override
  public String toString() {
    return "HandOverPage";
  }
}
