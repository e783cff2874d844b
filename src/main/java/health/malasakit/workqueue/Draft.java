package health.malasakit.workqueue;

import java.time.Instant;

/**
 * A form that somebody began and did not send.
 *
 * @param key names the form and the id of what it is about
 * @param path the page of the form
 * @param body the fields of the form, URL-encoded
 * @param call address of the call in which it was typed; empty for none
 */
public record Draft(String key, String path, String body, Instant at, String call) {

  /** The kind of form: what stands before the first colon of its key. */
  public String kind() {
    int colon = key.indexOf(':');
    return colon < 0 ? key : key.substring(0, colon);
  }

  @Override
  public String toString() {
    return "Draft[" + key + "]";
  }
}
