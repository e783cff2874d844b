package health.malasakit.patients;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The form of a page as a browser would send it back when nobody touched it. */
public final class EditForm {

  private static final Pattern FORM =
      Pattern.compile("<form class=\"form\".*?</form>", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("<input [^>]*>");
  private static final Pattern SELECT =
      Pattern.compile("<select [^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL);
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");

  private EditForm() {}

  /** Its fields and their values. */
  public static Map<String, Object> of(String page) {
    var form = FORM.matcher(page);
    if (!form.find()) {
      throw new AssertionError("no form on the page");
    }
    var fields = new HashMap<String, Object>();
    INPUT
        .matcher(form.group())
        .results()
        .map(MatchResult::group)
        .filter(tag -> !tag.contains("type=\"radio\"") || tag.contains(" checked"))
        .filter(tag -> !attribute(tag, "name").isEmpty())
        .forEach(tag -> fields.put(attribute(tag, "name"), attribute(tag, "value")));
    SELECT
        .matcher(form.group())
        .results()
        .forEach(select -> {
          var chosen = CHOSEN.matcher(select.group());
          fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
        });
    return fields;
  }

  private static String attribute(String tag, String name) {
    var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
  }
}
