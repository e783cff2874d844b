package health.malasakit.directory;

/**
 * A place in the United States or its territories, as written; each part may be empty.
 *
 * @param state two letters
 * @param zip five digits, or nine with a hyphen
 */
public record Address(String line1, String line2, String city, String state, String zip) {

  public static final Address NONE = new Address("", "", "", "", "");

  /** {@code 12 Main St, Suite 3, Albany, NY 12207}. */
  public String shown() {
    String place = (state + " " + zip).strip();
    return java.util.stream.Stream.of(line1, line2, city, place)
        .filter(part -> !part.isEmpty())
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
