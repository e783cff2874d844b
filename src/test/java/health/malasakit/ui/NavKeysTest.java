package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rail as all modules together make it. */
@MalasakitTest
class NavKeysTest {

  private static final String LOCK = "g l";

  private final List<NavEntry> entries;

  NavKeysTest(List<NavEntry> entries) {
    this.entries = entries;
  }

  @Test
  void no_two_entries_share_a_key() {
    assertThat(entries.stream().map(NavEntry::keys).filter(keys -> !keys.isEmpty()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .doesNotContain(LOCK);
  }
}
