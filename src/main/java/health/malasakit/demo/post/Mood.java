package health.malasakit.demo.post;

import java.util.Locale;

/** How the made-up mail server answers for a mailbox. */
enum Mood {
  TAKES,
  /** As for a mailbox that is none. */
  REFUSES,
  /** Come again later. */
  BUSY,
  /** Takes it and does not answer. */
  SILENT;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mood of(String code) {
    for (var mood : values()) {
      if (mood.code().equals(code)) {
        return mood;
      }
    }
    return TAKES;
  }
}
