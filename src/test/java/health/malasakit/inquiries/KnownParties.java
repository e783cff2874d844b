package health.malasakit.inquiries;

import health.malasakit.coverage.Basis;
import health.malasakit.coverage.Policies;
import health.malasakit.coverage.PolicyFacts;
import health.malasakit.coverage.Programme;
import health.malasakit.coverage.Subscriber;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Phone;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Who may ring for an organization at the clinic of a caller. */
public final class KnownParties {

  public static final String PHARMACY_NUMBER = "(510) 555-0160";
  public static final String PAYER = "Blue Shield";
  public static final String MEMBER = "W-4471";

  private KnownParties() {}

  /** A pharmacy on the transfer list; its id. */
  public static String pharmacy(ApplicationContext beans, CallerOnTheLine line) {
    var target =
        new TransferTarget.Details(
            TransferTarget.Desk.PHARMACY,
            "Grand Avenue Pharmacy",
            Phone.of(PHARMACY_NUMBER),
            "",
            TransferTarget.Reach.ALWAYS,
            WeekHours.NONE,
            new TransferTarget.Fallback(Optional.empty(), "Say that it rings back."));
    return line.asColleague(() -> beans.getBean(TransferList.class).add(line.clinic().id(), target))
        .toString();
  }

  /** Ana has a policy of the payer. */
  public static void covered(ApplicationContext beans, CallerOnTheLine line) {
    var facts =
        new PolicyFacts(
            PAYER,
            Programme.COMMERCIAL,
            Optional.empty(),
            "PPO",
            MEMBER,
            Subscriber.SELF,
            "",
            1,
            Optional.empty(),
            Optional.empty(),
            Basis.CARD);
    line.asColleague(
        () -> beans.getBean(Policies.class).enter(line.clinic().id(), line.ana(), facts));
  }
}
