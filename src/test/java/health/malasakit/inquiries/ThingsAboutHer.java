package health.malasakit.inquiries;

import static java.time.temporal.ChronoUnit.DAYS;

import health.malasakit.advocacy.About;
import health.malasakit.advocacy.Complaints;
import health.malasakit.advocacy.Kind;
import health.malasakit.advocacy.NewComplaint;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.inquiries.messages.Wanted;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.Matter;
import health.malasakit.inquiries.outbound.NewCallBack;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.workqueue.NewPromise;
import health.malasakit.workqueue.Promise;
import health.malasakit.workqueue.Promises;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** A promise, a call back, a message, a complaint and an emergency, all with one fact. */
final class ThingsAboutHer {

  private final ApplicationContext beans;
  private final CallerOnTheLine line;
  private final String secret;

  private ThingsAboutHer(ApplicationContext beans, CallerOnTheLine line, String secret) {
    this.beans = beans;
    this.line = line;
    this.secret = secret;
  }

  /** Ids of her and of things about her, by the word of their addresses; made by a colleague. */
  static Map<String, String> made(ApplicationContext beans, CallerOnTheLine line, String secret) {
    return line.asColleague(new ThingsAboutHer(beans, line, secret)::aboutHer);
  }

  private Map<String, String> aboutHer() {
    var clinic = line.clinic().id();
    var due = Instant.now().plus(2, DAYS);
    var ana = Optional.of(line.ana());
    var me = health.malasakit.kernel.Scopes.current().account().orElseThrow();
    var promise =
        beans
            .getBean(Promises.class)
            .make(
                new NewPromise(
                    clinic,
                    ana,
                    secret,
                    Promise.To.PATIENT,
                    due,
                    ZoneId.of("America/New_York"),
                    me));
    var callBack =
        beans
            .getBean(CallBacks.class)
            .ask(
                new NewCallBack(
                    clinic,
                    line.ana(),
                    new Matter(Matter.About.OTHER, secret, false),
                    CallBack.Source.PATIENT,
                    Optional.empty(),
                    due,
                    Optional.empty()));
    var message =
        beans
            .getBean(Messages.class)
            .take(
                clinic,
                new Message.From(Optional.empty(), ana, ""),
                new Wanted("other", secret, "(617) 555-0142", "", Wanted.MayLeave.NO, "", due),
                Optional.empty());
    var complaint =
        beans
            .getBean(Complaints.class)
            .record(
                clinic,
                new NewComplaint(
                    Kind.of("manner"),
                    About.CLINIC,
                    secret,
                    NewComplaint.Way.SPOKEN,
                    NewComplaint.Who.UNNAMED,
                    NewComplaint.Where.NOWHERE,
                    ""));
    var things = new LinkedHashMap<String, String>();
    things.put("/patients/", line.ana().toString());
    things.put("/promises/", promise.toString());
    things.put("/to-call/", callBack.toString());
    things.put("/messages/", message.toString());
    things.put("/complaints/", complaint.toString());
    things.put("/emergencies/", emergency());
    return things;
  }

  /** An emergency of the colleague's. */
  private String emergency() {
    var emergencies = beans.getBean(Emergencies.class);
    var id =
        emergencies.open(
            line.clinic().id(),
            beans.getBean(RedFlags.class).all().getFirst(),
            new Emergencies.Contact(Optional.empty(), ""));
    emergencies.note(line.clinic().id(), id, secret);
    return id.toString();
  }
}
