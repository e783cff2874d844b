package health.malasakit.live;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a page listens for: {@code kind/organization/rest}, ids and dates only, for example {@code
 * day/0198.../0198.../2026-11-23}. One kind is for the streams themselves: {@code
 * standing/ACCOUNT}, after which they ask again what this person may hear.
 */
record Topic(String text) {

  private static final String STANDING = "standing/";
  private static final Pattern SHAPE =
      Pattern.compile("[a-z-]{1,20}/[0-9a-f-]{36}(/[0-9a-zA-Z.:_-]{1,64}){0,3}");

  /** Refuses as a bug what is no topic: a name or a number must not travel. */
  Topic {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("A topic is kind/organization/ids");
    }
  }

  static Topic standingOf(AccountId account) {
    return new Topic(STANDING + account.value());
  }

  /** Whose standing changed; empty for whatever pages listen for. */
  Optional<AccountId> standing() {
    return text.startsWith(STANDING)
        ? Optional.of(AccountId.of(text.substring(STANDING.length())))
        : Optional.empty();
  }

  OrganizationId organization() {
    return new OrganizationId(UUID.fromString(text.split("/", 3)[1]));
  }
}
