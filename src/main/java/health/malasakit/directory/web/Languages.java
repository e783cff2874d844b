package health.malasakit.directory.web;

import health.malasakit.kernel.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Languages as people write them, {@code English, Spanish}, and their BCP 47 codes. */
final class Languages {

  private static final Map<String, String> CODES = codes();

  private Languages() {}

  static String shown(List<String> codes) {
    return codes.stream().map(Languages::name).collect(Collectors.joining(", "));
  }

  static List<String> read(String typed) {
    return Arrays.stream(typed.split("[,;]", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(Languages::code)
        .distinct()
        .toList();
  }

  private static String code(String word) {
    String code = CODES.get(word.toLowerCase(Locale.ROOT));
    if (code == null) {
      throw Refused.invalid("language.unknown");
    }
    return code;
  }

  private static String name(String code) {
    return Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(code, code);
      codes.put(name(code).toLowerCase(Locale.ROOT), code);
    }
    codes.put("mandarin", "zh");
    codes.put("cantonese", "yue");
    codes.put("american sign language", "ase");
    codes.put("filipino", "fil");
    return Map.copyOf(codes);
  }
}
