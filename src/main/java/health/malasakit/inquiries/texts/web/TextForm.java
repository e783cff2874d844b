package health.malasakit.inquiries.texts.web;

import health.malasakit.kernel.Refused;
import java.util.Map;

/** What is done with a text, as it is sent. */
record TextForm(Map<String, String> fields) {

  static final TextForm BLANK = new TextForm(Map.of());

  /** What was typed; empty for nothing. */
  String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }

  String request() {
    return text("requestId");
  }

  /** The version that her page showed. */
  int seen() {
    try {
      return Integer.parseInt(text("seen"));
    } catch (NumberFormatException none) {
      throw Refused.invalid("incoming.seen");
    }
  }

  @Override
  public String toString() {
    return "TextForm";
  }
}
