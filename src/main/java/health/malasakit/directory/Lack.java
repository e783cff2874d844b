package health.malasakit.directory;

import java.util.List;

/**
 * Something a clinic lacks before its first call, and where it can be given.
 *
 * @param key words: {@code directory.lack.hours}; modules above may bring keys of their own
 * @param about what the words name: a site, a practitioner; may be empty
 * @param href leads to the field that mends it
 * @param urgent said in red: patients may come to harm
 */
public record Lack(String key, List<String> about, String href, boolean urgent) {

  static Lack of(String code, String href, String... about) {
    return new Lack("directory.lack." + code, List.of(about), href, false);
  }

  Lack inRed() {
    return new Lack(key, about, href, true);
  }
}
