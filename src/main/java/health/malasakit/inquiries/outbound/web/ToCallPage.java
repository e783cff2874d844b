package health.malasakit.inquiries.outbound.web;

import health.malasakit.ui.When;
import java.util.List;

/**
 * Whom to call in her clinics: who may be called at this hour first, then the next due.
 *
 * @param topics what the page listens for
 * @param whose code of whose are shown: all, mine
 */
public record ToCallPage(
    String topics, String whose, int all, int mine, int now, List<Line> lines) {

  /**
   * Somebody to call.
   *
   * @param closed whether her record is closed: then nothing of her is told
   * @param reason empty when it may not be told now
   * @param hour on her own clock; empty while her zone is not known
   * @param state code: now, later, hour, zone, dialling
   * @param owner who calls; empty for anybody
   * @param dialling who is dialling; empty while nobody is
   */
  public record Line(
      String href,
      boolean closed,
      String name,
      String reason,
      String clinic,
      String hour,
      String state,
      When due,
      boolean late,
      When next,
      String owner,
      String dialling) {

    @Override
    public String toString() {
      return "Line[" + state + "]";
    }
  }
}
