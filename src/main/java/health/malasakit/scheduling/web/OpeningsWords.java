package health.malasakit.scheduling.web;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.Opening;
import health.malasakit.scheduling.PartOfDay;
import health.malasakit.scheduling.spoken.SpokenTimes;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Openings in words, and the questions that can be asked about them. */
@Component
class OpeningsWords {

  /** The head of a group of times, and the key of its first. */
  record Heading(String id, String words, int firstKey) {}

  /**
   * For whom a time is put into words.
   *
   * @param meets how the two meet, unless in person
   * @param busy that the practitioner is busy elsewhere then; empty when not
   * @param unfit why the kind of visit is not for the patient; empty when it is
   */
  record Readers(
      LocalDate today,
      Optional<ZoneId> patientZone,
      Function<Opening, String> meets,
      Function<Opening, String> busy,
      Function<Opening, String> unfit) {}

  /** What there is to choose from. */
  record Choices(List<VisitType> kinds, List<Site> places, List<Practitioner> people) {}

  private final Sites sites;
  private final Practitioners practitioners;
  private final SchedulingWords sayings;
  private final SpokenTimes spoken;

  OpeningsWords(
      Sites sites, Practitioners practitioners, SchedulingWords sayings, SpokenTimes spoken) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.sayings = sayings;
    this.spoken = spoken;
  }

  OpeningsPage.Group group(Heading heading, List<Opening> found, Readers readers) {
    var places = sites.byIds(found.stream().map(one -> one.where().site()).toList());
    var people =
        practitioners.byIds(found.stream().map(one -> one.where().practitioner()).toList());
    var times = new ArrayList<OpeningsPage.Say>();
    for (var opening : found) {
      int key = heading.firstKey() + times.size();
      var who = who(opening, places, people);
      times.add(say(key, opening, who, readers));
    }
    return new OpeningsPage.Group(heading.id(), heading.words(), times);
  }

  private OpeningsPage.Say say(int key, Opening opening, String who, Readers readers) {
    var time = opening.time();
    var zones =
        readers
            .patientZone()
            .map(hers -> new ZoneId[] {hers, Scopes.current().zone()})
            .orElseGet(() -> new ZoneId[] {Scopes.current().zone()});
    var when = When.of(time.from(), time.zone(), zones);
    var times = new ArrayList<>(List.of(when.text()));
    times.addAll(when.others());
    return new OpeningsPage.Say(
        key,
        spoken.of(time.start(), readers.today()),
        String.join(" · ", times),
        who,
        opening.where().site().toString(),
        opening.where().practitioner().toString(),
        opening.where().type().toString(),
        time.start().local().toString(),
        time.start().fold().name().toLowerCase(Locale.ROOT),
        readers.meets().apply(opening),
        readers.busy().apply(opening),
        readers.unfit().apply(opening));
  }

  private String who(
      Opening opening, Map<SiteId, Site> places, Map<PractitionerId, Practitioner> people) {
    var person = people.get(opening.where().practitioner());
    var place = places.get(opening.where().site());
    return sayings.say(
        "openings.with", person == null ? "" : person.name(), place == null ? "" : place.name());
  }

  List<OpeningsPage.Way> ways(
      OpeningsForm form, List<OpeningsPage.Group> groups, List<Site> places) {
    var shown = groups.stream().flatMap(group -> group.times().stream()).toList();
    var ways = new ArrayList<OpeningsPage.Way>();
    if (!shown.isEmpty() && !groups.isEmpty()) {
      var last = groups.getLast().times().getLast();
      ways.add(
          new OpeningsPage.Way(
              sayings.say("openings.later"), "l", form.later(instant(last, places)).address()));
    }
    var here = shown.stream().map(OpeningsPage.Say::site).distinct().map(SiteId::of).toList();
    if (places.size() > here.size() && !here.isEmpty()) {
      ways.add(
          new OpeningsPage.Way(
              sayings.say("openings.elsewhere"), "o", form.elsewhere(here).address()));
    }
    if (!form.practitioners().isEmpty()) {
      ways.add(
          new OpeningsPage.Way(sayings.say("openings.anyone"), "p", form.withAnyone().address()));
    }
    ways.add(
        new OpeningsPage.Way(sayings.say("openings.today"), "S", form.soonestToday().address()));
    return ways;
  }

  private static Instant instant(OpeningsPage.Say say, List<Site> places) {
    var zone =
        places.stream()
            .filter(site -> site.id().toString().equals(say.site()))
            .findFirst()
            .flatMap(Site::zone)
            .orElseThrow();
    var fold = WallTime.Fold.valueOf(say.fold().toUpperCase(Locale.ROOT));
    var local = LocalDateTime.parse(say.start());
    return new WallTime(local, zone, fold).instant();
  }

  OpeningsPage.Filters filters(OpeningsForm form, Choices all, String echo, String error) {
    return new OpeningsPage.Filters(
        all.kinds().stream()
            .map(VisitType::name)
            .distinct()
            .map(name -> Choice.of(name, name))
            .toList(),
        form.type(),
        all.places().stream().map(one -> Choice.of(one.id().toString(), one.name())).toList(),
        form.sites().stream().findFirst().map(Object::toString).orElse(""),
        all.people().stream().map(one -> Choice.of(one.id().toString(), one.name())).toList(),
        form.practitioners().stream().findFirst().map(Object::toString).orElse(""),
        languages(all.people()),
        form.language(),
        days(),
        form.days().stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.toSet()),
        sayings.choices("part", PartOfDay.class),
        form.parts().stream().map(PartOfDay::code).collect(Collectors.toSet()),
        rows(),
        String.valueOf(form.inARow()),
        form.from(),
        echo,
        error);
  }

  private List<Choice> languages(List<Practitioner> people) {
    return people.stream()
        .flatMap(one -> one.details().languages().stream())
        .distinct()
        .map(code ->
            Choice.of(code, Locale.forLanguageTag(code).getDisplayLanguage(sayings.locale())))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private List<Choice> rows() {
    return List.of("1", "2", "3", "4").stream()
        .map(count -> Choice.of(count, sayings.say("row." + count)))
        .toList();
  }

  private List<Choice> days() {
    return Arrays.stream(DayOfWeek.values())
        .map(day ->
            Choice.of(
                String.valueOf(day.getValue()),
                day.getDisplayName(TextStyle.SHORT, sayings.locale())))
        .toList();
  }
}
