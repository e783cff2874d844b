package health.malasakit.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys and security keys (WebAuthn level 3) as the second factor, and to unlock the screen. */
@Component
public class Passkeys {

  private static final int CHALLENGE_BYTES = 32;
  private static final int KEYS_MAX = 10;

  private final PasskeyStore store;
  private final Clock clock;
  private final String address;
  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  Passkeys(PasskeyStore store, Clock clock, @Value("${malasakit.public-address:}") String address) {
    this.store = store;
    this.clock = clock;
    this.address = address;
  }

  /**
   * Where the browser is: a key made for one site answers to no other.
   *
   * @param origin scheme, host and port
   * @param host the host alone, the relying party's id
   */
  public record Site(String origin, String host) {}

  /** A key as its owner sees it; the id in base64url. */
  public record Key(String id, String label, Instant since, Optional<Instant> lastUsed) {}

  /** A fresh challenge in base64url, to be kept in the session until it is answered. */
  public static String challenge() {
    return PasskeyStore.encode(Digests.random(CHALLENGE_BYTES));
  }

  /** Her keys. */
  @Transactional(readOnly = true)
  public List<Key> of(AccountId account) {
    return store.of(account).stream()
        .map(key -> new Key(key.id(), key.label(), key.createdAt(), key.lastUsedAt()))
        .toList();
  }

  /**
   * Adds a key from the browser's answer to {@code navigator.credentials.create}.
   *
   * @throws Refused invalid {@code passkey.invalid} when the answer does not fit the challenge
   */
  @Transactional
  public void add(AccountId account, String label, String answer, Asked asked) {
    var parameters = new RegistrationParameters(property(asked), null, false, true);
    try {
      var data = manager.verifyRegistrationResponseJSON(answer, parameters);
      var authenticator =
          Objects.requireNonNull(
              Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData());
      var attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
      var key =
          new PasskeyStore.Known(
              PasskeyStore.encode(attested.getCredentialId()),
              PasskeyStore.encode(credentials.convert(attested)),
              authenticator.getSignCount(),
              label.isBlank() ? "Passkey" : label.strip(),
              clock.instant(),
              Optional.empty());
      if (store.of(account).size() >= KEYS_MAX || !store.add(account, key)) {
        throw Refused.conflict("passkey.known");
      }
    } catch (VerificationException | DataConversionException e) {
      throw invalid();
    }
  }

  /** A challenge and the site it was asked on. */
  public record Asked(String challenge, Site site) {}

  /**
   * Whether the browser's answer to {@code navigator.credentials.get} was signed by a key of hers.
   *
   * @param credential the id of the key in base64url, as the browser names it
   */
  @Transactional
  public boolean answers(AccountId account, String credential, String answer, Asked asked) {
    var known = store.find(account, credential);
    return known.isPresent() && answers(account, known.get(), answer, asked);
  }

  private boolean answers(AccountId account, PasskeyStore.Known known, String answer, Asked asked) {
    var attested = credentials.convert(PasskeyStore.decode(known.credential()));
    var registered =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            null,
            null,
            null,
            known.counter(),
            attested,
            null,
            null,
            null,
            null);
    var parameters =
        new AuthenticationParameters(
            property(asked), registered, List.of(PasskeyStore.decode(known.id())), false, true);
    try {
      var data = manager.verifyAuthenticationResponseJSON(answer, parameters);
      var counter = Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
      return store.used(account, known.id(), counter, clock.instant());
    } catch (VerificationException | DataConversionException e) {
      return false;
    }
  }

  /** Removes a key of hers; false when she has no such key. */
  @Transactional
  boolean remove(AccountId account, String key) {
    return store.find(account, key).isPresent() && store.remove(account, key);
  }

  /** The site that passkeys belong to: the configured address, else the one asked for. */
  public Site site(String asked) {
    var uri = URI.create(address.isBlank() ? asked : address);
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new Site(uri.getScheme() + "://" + uri.getHost() + port, uri.getHost());
  }

  private static ServerProperty property(Asked asked) {
    return ServerProperty.builder()
        .origins(Set.of(new Origin(asked.site().origin())))
        .rpId(asked.site().host())
        .challenge(new DefaultChallenge(PasskeyStore.decode(asked.challenge())))
        .build();
  }

  private static Refused invalid() {
    return Refused.invalid("passkey.invalid");
  }
}
