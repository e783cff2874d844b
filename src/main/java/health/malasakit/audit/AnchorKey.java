package health.malasakit.audit;

import health.malasakit.postgres.Home;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs anchors with a key of the home (RFC 8032), which who has only the database lacks. */
final class AnchorKey {

  private final Ed25519PrivateKeyParameters key;

  AnchorKey(Home home) {
    var seed = new Canonical().add("malasakit audit anchor").add(home.secret("audit-anchor-key"));
    this.key = new Ed25519PrivateKeyParameters(seed.sha256(), 0);
  }

  Anchor sign(Anchor anchor) {
    var signer = new Ed25519Signer();
    signer.init(true, key);
    var text = anchor.text().getBytes(StandardCharsets.UTF_8);
    signer.update(text, 0, text.length);
    var signature = Base64.getEncoder().encodeToString(signer.generateSignature());
    return new Anchor(
        anchor.organization(), anchor.position(), anchor.hash(), anchor.at(), signature);
  }

  boolean signed(Anchor anchor) {
    try {
      var signer = new Ed25519Signer();
      signer.init(false, key.generatePublicKey());
      var text = anchor.text().getBytes(StandardCharsets.UTF_8);
      signer.update(text, 0, text.length);
      return signer.verifySignature(Base64.getDecoder().decode(anchor.signature()));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
