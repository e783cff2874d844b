package health.malasakit.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Memberships;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.AccountId;
import health.malasakit.live.EventStream;
import health.malasakit.live.Streams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;

/** The stream of changes that a browser's pages share. */
@Controller
class LiveController {

  private final Streams streams;
  private final Memberships memberships;
  private final SessionRepository<?> sessions;
  private final Clock clock;

  LiveController(
      Streams streams, Memberships memberships, SessionRepository<?> sessions, Clock clock) {
    this.streams = streams;
    this.memberships = memberships;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Holds its thread, which is a virtual one, as long as the browser listens. */
  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @AnySignedIn(
      why = "topics are ids; each stream hears those of its person's organizations only",
      whileLocked = true)
  @NotAudited(why = "tells that something changed, and shows nothing")
  void live(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var person = SignedIn.find().orElseThrow();
    var session = request.getSession().getId();
    var out = response.getOutputStream();
    streams.follow(
        new EventStream(
            text -> {
              out.write(text.getBytes(UTF_8));
              response.flushBuffer();
            },
            new Hearer(person, session)));
  }

  /** A person by one of her sessions. */
  private final class Hearer implements EventStream.Hearer {

    private final SignedIn person;
    private final String session;

    Hearer(SignedIn person, String session) {
      this.person = person;
      this.session = session;
    }

    @Override
    public AccountId account() {
      return person.account();
    }

    @Override
    public Duration left() {
      var left = Duration.between(clock.instant(), person.until());
      return left.isNegative() ? Duration.ZERO : left;
    }

    /** Without a database nobody hears anything: the stream ends and the browser comes back. */
    @Override
    public EventStream.Hearing mayHear() {
      if (left().isZero()) {
        return new EventStream.Hearing.Over();
      }
      try {
        var known = sessions.findById(session);
        return known == null || known.isExpired()
            ? new EventStream.Hearing.Over()
            : memberships
                .scopeOfSession(person, "live")
                .<EventStream.Hearing>map(
                    scope -> new EventStream.Hearing.Goes(scope.organizations()))
                .orElseGet(EventStream.Hearing.Over::new);
      } catch (DataAccessException | TransactionException noDatabase) {
        return new EventStream.Hearing.Unknown();
      }
    }
  }
}
