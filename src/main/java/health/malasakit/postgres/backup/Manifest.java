package health.malasakit.postgres.backup;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a file says of itself before its contents.
 *
 * @param taken when its snapshot was taken, as PostgreSQL writes a moment
 * @param postgres the version of the server it was taken from
 * @param migrations what had been done to that database
 * @param keyBeside whether second factors were sealed with a key that is not in the home
 */
public record Manifest(
    String taken, String postgres, List<Migration> migrations, boolean keyBeside) {

  private static final JsonMapper JSON = new JsonMapper();

  /** One migration: its version, and what its text sums up to. */
  public record Migration(String version, int checksum) {}

  static Manifest parsed(byte[] json) {
    return JSON.readValue(json, Manifest.class);
  }

  byte[] json() {
    return JSON.writeValueAsBytes(this);
  }
}
