package health.malasakit.inquiries.outbound;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.inquiries.outbound.Matter.About;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we called somebody about, for whoever answers when she rings back. */
@Component
public class CalledAbout {

  private final CallBacks callBacks;
  private final CallAttempts attempts;
  private final Colleagues colleagues;

  CalledAbout(CallBacks callBacks, CallAttempts attempts, Colleagues colleagues) {
    this.callBacks = callBacks;
    this.attempts = attempts;
    this.colleagues = colleagues;
  }

  /**
   * To whom it is told.
   *
   * @param depth how far the record is open
   * @param herself false for whoever speaks for her
   */
  public record Hearer(Depth depth, boolean herself) {

    /**
     * A visit is told to who may book it; the rest to her whose record is open, and to who speaks
     * for her and may hear facts.
     */
    public boolean mayHear(Matter matter) {
      boolean told = herself || !matter.confidential();
      return told
          && (matter.about() == About.VISIT
              || depth.reaches(herself ? Depth.RECORD : Depth.HEARING));
    }
  }

  /**
   * One matter.
   *
   * @param reason empty when this caller may not hear it yet
   * @param tried when she was dialled last; empty when nobody has tried
   * @param by who tried last, else who asked for the call
   */
  public record Line(CallBackId id, String reason, Optional<Instant> tried, String by) {

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** The latest first; of what is for her alone nothing at all to anybody else. */
  @Transactional(readOnly = true)
  public List<Line> of(OrganizationId organization, PatientId patient, Hearer hearer) {
    var told =
        callBacks.openOf(organization, patient).stream()
            .filter(one -> hearer.herself() || !one.matter().confidential())
            .toList();
    var tried = attempts.last(organization, told.stream().map(CallBack::id).toList());
    var people = told.stream().map(one -> by(one, tried)).distinct().toList();
    var names = colleagues.names(people);
    return told.stream()
        .map(one ->
            new Line(
                one.id(),
                hearer.mayHear(one.matter()) ? one.matter().reason() : "",
                Optional.ofNullable(tried.get(one.id())).map(Attempt::begunAt),
                names.getOrDefault(by(one, tried), "")))
        .toList();
  }

  private static AccountId by(CallBack one, Map<CallBackId, Attempt> tried) {
    return Optional.ofNullable(tried.get(one.id())).map(Attempt::by).orElse(one.opened().by());
  }
}
