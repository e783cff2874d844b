package health.malasakit.inquiries.board.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.Team;
import health.malasakit.inquiries.board.Board;
import health.malasakit.inquiries.board.Figures;
import health.malasakit.inquiries.board.Measure;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the board shows. */
@Component
class BoardPages {

  private static final String NONE = "–";

  private final Board board;
  private final Team team;
  private final Organizations organizations;
  private final Clock clock;

  BoardPages(Board board, Team team, Organizations organizations, Clock clock) {
    this.board = board;
    this.team = team;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  BoardPage page() {
    var lines = board.lines();
    var led = Board.led();
    var names =
        organizations.inScope().stream()
            .filter(one -> led.contains(one.id()))
            .collect(Collectors.toMap(Organization::id, Organization::name));
    var all = lines.stream().map(Board.Line::figures).reduce(Figures.NONE, Figures::plus);
    return new BoardPage(
        led.stream().map(Calls::topic).sorted().collect(Collectors.joining(" ")),
        Moments.at(clock.instant(), Scopes.current().zone()),
        Measure.all().stream().map(one -> number(one, all)).toList(),
        rows(lines, line -> names.getOrDefault(line.organization(), "")),
        rows(lines, line -> spoken(line.language())),
        team.of(led).stream().map(one -> person(one, names)).toList());
  }

  private BoardPage.Person person(Team.AtWork one, Map<OrganizationId, String> names) {
    return new BoardPage.Person(
        one.name(),
        one.state(),
        lately(one.since()),
        one.spoken().map(call -> names.getOrDefault(call.organization(), "")).orElse(""));
  }

  private String lately(Instant at) {
    var zone = Scopes.current().zone();
    return Moments.lately(at, zone, LocalDate.ofInstant(clock.instant(), zone));
  }

  /** A language as its name is said here; empty when it was not asked. */
  private static String spoken(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(LocaleContextHolder.getLocale());
  }

  /** The most calls first, then by name. */
  private List<BoardPage.Line> rows(List<Board.Line> lines, Function<Board.Line, String> by) {
    Map<String, Figures> sums = new HashMap<>();
    lines.forEach(line -> sums.merge(by.apply(line), line.figures(), Figures::plus));
    return sums.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, Figures> one) -> -one.getValue().today().offered())
                .thenComparing(Map.Entry::getKey))
        .map(one ->
            new BoardPage.Line(
                one.getKey(),
                Measure.all().stream().map(each -> figure(each, one.getValue())).toList()))
        .toList();
  }

  private BoardPage.Counted number(Measure measure, Figures all) {
    return new BoardPage.Counted(
        measure, figure(measure, all), under(measure, all), href(measure, all));
  }

  private String figure(Measure measure, Figures of) {
    return switch (measure.code()) {
      case "waiting" -> String.valueOf(of.waiting());
      case "longest" -> of.since().map(this::lately).orElse(NONE);
      case "silent" -> String.valueOf(of.silent());
      case "offered" -> String.valueOf(of.today().offered());
      case "service" -> percent(of.today().serviceLevel());
      case "abandoned" -> percent(of.today().abandonment());
      case "missed" -> String.valueOf(of.missed());
      case "voicemail" -> String.valueOf(of.voicemails());
      default -> throw new IllegalStateException(measure.code() + " counts nothing");
    };
  }

  private static String percent(OptionalInt share) {
    return share.isPresent() ? share.getAsInt() + " %" : NONE;
  }

  private String under(Measure measure, Figures of) {
    return switch (measure.code()) {
      case "longest" ->
          of.since().map(since -> Moments.relative(since, clock.instant())).orElse("");
      case "service" -> ofAll(of.today().inTime(), of.today().counted());
      case "abandoned" -> ofAll(of.today().abandoned(), of.today().offered());
      default -> "";
    };
  }

  private static String ofAll(int some, int all) {
    return all == 0 ? "" : some + " / " + all;
  }

  private static String href(Measure measure, Figures of) {
    return switch (measure.code()) {
      case "waiting" -> of.waiting() > 0 ? "/calls#calls-waiting" : "";
      case "silent" -> of.silent() > 0 ? "/calls#calls-silent" : "";
      case "missed" -> of.missed() > 0 ? "/calls#calls-missed" : "";
      case "voicemail" -> of.voicemails() > 0 ? "/calls/voicemail" : "";
      default -> "";
    };
  }
}
