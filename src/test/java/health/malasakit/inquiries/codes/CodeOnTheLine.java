package health.malasakit.inquiries.codes;

import health.malasakit.Client;
import health.malasakit.TestCarrier;
import health.malasakit.TestDatabase;
import health.malasakit.World;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.inquiries.CallerOnTheLine;
import health.malasakit.messaging.texts.TextNumbers;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

/** Luz speaks with Ana, whose record is open, at a clinic that sends texts. */
public final class CodeOnTheLine {

  public static final String MOBILE = "+16175550142";
  public static final String HOME = "+16175550100";

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final Pattern NUMBER = Pattern.compile("name=\"number\" value=\"([^\"]+)\"");

  private final ApplicationContext beans;
  private final TestCarrier carrier;
  private final CallerOnTheLine line;

  public CodeOnTheLine(ApplicationContext beans, int port) {
    this.beans = beans;
    this.carrier = beans.getBean(TestCarrier.class);
    this.line = new CallerOnTheLine(beans, port);
    carrier.reset();
    named("Harbor Offices");
    sendsFrom(world(beans).textNumber());
  }

  private static World world(ApplicationContext beans) {
    return beans.getBean(World.class);
  }

  public CallerOnTheLine line() {
    return line;
  }

  public TestCarrier carrier() {
    return carrier;
  }

  public void named(String neutral) {
    line.asColleague(() -> {
      var zone = Optional.of(ZoneId.of("America/New_York"));
      var clinics = beans.getBean(health.malasakit.directory.Clinics.class);
      beans
          .getBean(ClinicProfiles.class)
          .describe(
              line.clinic().id(),
              new Clinic.Profile("Hello.", neutral, zone),
              clinics.get(line.clinic().id()).versions().profile());
      return true;
    });
  }

  public void sendsFrom(String number) {
    line.asColleague(() -> {
      beans.getBean(TextNumbers.class).set(line.clinic().id(), number);
      return true;
    });
  }

  /** The page of the call. */
  public String page() {
    return line.client().get(line.call()).body();
  }

  /** Marks of the numbers that are offered, in her order. */
  public List<String> numbers() {
    return NUMBER.matcher(page()).results().map(found -> found.group(1)).toList();
  }

  /** A code goes to the first number that is offered. */
  public Client.Answer send() {
    return send(numbers().getFirst());
  }

  public Client.Answer send(String number) {
    return line.client().post(line.call() + "/codes", form(number));
  }

  public Map<String, String> form(String number) {
    return Map.of("patient", line.ana().toString(), "number", number);
  }

  /** She says it. */
  public Client.Answer says(String code) {
    return line.client()
        .post(
            line.call() + "/codes/answer", Map.of("patient", line.ana().toString(), "code", code));
  }

  /** The code in the text that came last to a number. */
  public String code(String number) {
    return CODE.matcher(carrier.to(number).getLast().body())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  /** Another code than that. */
  public static String other(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
  }

  /** Then another code may be sent. */
  public void halfAMinutePasses() {
    above(
        "update inquiries.call_code set made_at = made_at - interval '31 seconds' where patient_id = ?",
        line.ana().value());
  }

  /** As the owner of the database, above all policies. */
  public static int above(String sql, Object... facts) {
    try (var above = TestDatabase.superuser(TestDatabase.address());
        var statement = above.prepareStatement(sql)) {
      for (int n = 0; n < facts.length; n++) {
        statement.setObject(n + 1, facts[n]);
      }
      if (statement.execute()) {
        var rows = statement.getResultSet();
        rows.next();
        return rows.getInt(1);
      }
      return statement.getUpdateCount();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
