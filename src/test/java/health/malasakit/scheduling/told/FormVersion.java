package health.malasakit.scheduling.told;

import java.util.regex.Pattern;

/** What a form carries of what its reader saw. */
final class FormVersion {

  private static final Pattern FIELD = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

  private FormVersion() {}

  static String of(String page) {
    var found = FIELD.matcher(page);
    return found.find() ? found.group(1) : "0";
  }
}
