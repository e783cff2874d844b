package health.malasakit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Values one after the other, each with its length; nothing at all has a length of its own. */
final class Canonical {

  private static final int NOTHING = -1;

  private final MessageDigest digest;

  Canonical() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Canonical add(@Nullable Object value) {
    if (value == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(NOTHING).flip());
      return this;
    }
    return add(value.toString().getBytes(StandardCharsets.UTF_8));
  }

  Canonical add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  byte[] sha256() {
    return digest.digest();
  }
}
