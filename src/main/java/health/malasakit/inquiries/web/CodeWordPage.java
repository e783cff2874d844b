package health.malasakit.inquiries.web;

/**
 * The word by which a patient wants to be known.
 *
 * @param home address of her page
 * @param known whether there is one; the word itself is shown nowhere
 */
public record CodeWordPage(String name, String home, boolean known) {

  @Override
  public String toString() {
    return "CodeWordPage";
  }
}
