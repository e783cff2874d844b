package health.malasakit.ui;

import java.io.Serial;
import java.io.Serializable;

/**
 * An act just done that can be taken back for a few seconds; handed to the next page as the flash
 * attribute {@value #FLASH}.
 *
 * @param done key of the words that say what was done
 * @param action address that takes it back, by POST
 * @param back the page to return to
 */
public record Undo(String done, String action, String back) implements Serializable {

  /** Name of the flash attribute, and of the parameter of a template that shows it. */
  public static final String FLASH = "undo";

  @Serial private static final long serialVersionUID = 1L;
}
