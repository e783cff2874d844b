package health.malasakit.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.kernel.Refused;
import org.junit.jupiter.api.Test;

/** The made-up world where somebody works already. */
@MalasakitTest
class DemoBesideClinicsTest {

  private final World world;
  private final DemoWorld madeUp;

  DemoBesideClinicsTest(World world, DemoWorld madeUp) {
    this.world = world;
    this.madeUp = madeUp;
  }

  @Test
  void it_is_not_mixed_into_a_home_that_holds_clinics() {
    world.clinic("Somebody's clinic");

    assertThatThrownBy(madeUp::ensure)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("holds clinics already");
  }
}
