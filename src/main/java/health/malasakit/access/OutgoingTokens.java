package health.malasakit.access;

import org.springframework.stereotype.Component;

/** Words by which others know that it is Malasakit who asks. They stand in no table. */
@Component
public class OutgoingTokens {

  private final SecretBox box;

  OutgoingTokens(SecretBox box) {
    this.box = box;
  }

  /** Always the same for a place, and known to nobody without the key of the home. */
  public String of(String place) {
    return box.mark("outgoing/" + place);
  }
}
