package health.malasakit.ui;

import health.malasakit.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Shells for tests of pages without the application: one made-up specialist, five clinics. */
public final class TestShells {

  /** A Tuesday morning in New York, evening in Manila. */
  public static final Instant NOW = Instant.parse("2026-11-24T14:12:00Z");

  private static final Words WORDS = new Words(new Bundles(), Locale.ENGLISH);

  private TestShells() {}

  /** Nobody has signed in. */
  public static Shell plain(HttpServletRequest request) {
    return new Shell(
        Me.NOBODY,
        List.of(),
        Csrf.of(request),
        Theme.of(request),
        WORDS,
        entries(),
        Place.of(request, NOW),
        Assets.found());
  }

  /** Maria Santos in Manila, for five clinics; she may do everything but read the audit. */
  public static Shell signedIn(HttpServletRequest request) {
    var manila = ZoneId.of("Asia/Manila");
    return plain(request)
        .signedIn(
            Me.of("Maria Santos", "maria", manila, 10),
            clinics(),
            (object, verb) -> !object.equals("audit"));
  }

  private static List<ClinicInScope> clinics() {
    return List.of(
        new ClinicInScope(
            OrganizationId.next(), "harbor", "Harbor Family Clinic", ZoneId.of("America/New_York")),
        new ClinicInScope(
            OrganizationId.next(), "mesa", "Mesa Verde Pediatrics", ZoneId.of("America/Denver")),
        new ClinicInScope(
            OrganizationId.next(),
            "bayside",
            "Bayside Women's Health",
            ZoneId.of("America/Los_Angeles")),
        new ClinicInScope(
            OrganizationId.next(),
            "lakes",
            "Three Lakes Orthopedics",
            ZoneId.of("America/Chicago")),
        new ClinicInScope(
            OrganizationId.next(),
            "orchard",
            "Orchard Street Clinic",
            ZoneId.of("America/New_York")));
  }

  private static List<NavEntry> entries() {
    return List.of(
        new NavEntry("gallery.nav.home", "/", "home", 10).byKeys("g h"),
        new NavEntry("gallery.nav.patients", "/patients", "people", 20).byKeys("g p"),
        new NavEntry("gallery.nav.openings", "/openings", "search", 30).byKeys("g o"),
        new NavEntry("gallery.nav.day", "/day", "day", 40).byKeys("g d"),
        new NavEntry("gallery.nav.audit", "/audit", "shield", 50, "audit", "read", "g a"));
  }
}
