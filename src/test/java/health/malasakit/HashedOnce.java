package health.malasakit;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes each password once: the people of all tests have the same, and a hash is slow on purpose.
 */
record HashedOnce(PasswordEncoder real, Map<String, String> hashes) implements PasswordEncoder {

  private static final Map<String, String> OF_THIS_JVM = new ConcurrentHashMap<>();

  HashedOnce(PasswordEncoder real) {
    this(real, OF_THIS_JVM);
  }

  @Override
  public String encode(CharSequence password) {
    return hashes.computeIfAbsent(
        password.toString(), one -> Objects.requireNonNull(real.encode(one)));
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    return real.matches(password, hash);
  }
}
