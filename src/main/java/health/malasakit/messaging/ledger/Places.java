package health.malasakit.messaging.ledger;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a template: <code>{when}</code>. What fills one is not looked at again. */
final class Places {

  static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private Places() {}

  static String fill(String template, Map<String, String> facts) {
    return PLACE
        .matcher(template)
        .replaceAll(found -> {
          var fact = facts.get(found.group(1));
          if (fact == null) {
            throw new IllegalStateException("Nothing fills {" + found.group(1) + "}");
          }
          return Matcher.quoteReplacement(fact);
        });
  }
}
