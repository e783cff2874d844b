package health.malasakit.interop.fhir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be imported, and for whom.
 *
 * @param slug names the clinic
 * @param ifAbsent what to call the clinic when there is none of that slug; empty to refuse then
 * @param source which of the clinic's systems the files come from; empty for its only one
 * @param mode to keep what is taken, or to try only
 * @param paths files and folders
 */
public record ImportRequest(
    String slug, Optional<NewClinic> ifAbsent, String source, Mode mode, List<Path> paths) {

  /** Whether anything is kept. */
  public enum Mode {
    KEEP,
    /** Everything is done and undone again, so the counts are the same. */
    DRY_RUN
  }

  /**
   * A clinic to create.
   *
   * @param state two letters
   */
  public record NewClinic(String name, String state) {}
}
