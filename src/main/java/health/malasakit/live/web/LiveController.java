package health.malasakit.live.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Memberships;
import health.malasakit.access.SignedIn;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.live.EventStream;
import health.malasakit.live.Streams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
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

  LiveController(Streams streams, Memberships memberships, SessionRepository<?> sessions) {
    this.streams = streams;
    this.memberships = memberships;
    this.sessions = sessions;
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
            () -> mayHear(person, session)));
  }

  /** Without a database nobody hears anything: the stream ends and the browser comes back. */
  private Optional<Set<OrganizationId>> mayHear(SignedIn person, String session) {
    try {
      var known = sessions.findById(session);
      return known == null || known.isExpired()
          ? Optional.empty()
          : memberships.scopeOfSession(person, "live").map(Scope::organizations);
    } catch (DataAccessException | TransactionException noDatabase) {
      return Optional.empty();
    }
  }
}
