package health.malasakit.inquiries;

import health.malasakit.access.Colleagues;
import health.malasakit.access.SignedInNow;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is on what: on a call, in wrap-up, or as she says herself. */
@Component
public class Team {

  /** Who went away longer ago is not at work. */
  private static final Duration AT_WORK = Duration.ofHours(12);

  private final AvailabilityStore availabilities;
  private final OpenCallStore calls;
  private final Colleagues colleagues;
  private final SignedInNow signedIn;
  private final Clock clock;

  Team(
      AvailabilityStore availabilities,
      OpenCallStore calls,
      Colleagues colleagues,
      SignedInNow signedIn,
      Clock clock) {
    this.availabilities = availabilities;
    this.calls = calls;
    this.colleagues = colleagues;
    this.signedIn = signedIn;
    this.clock = clock;
  }

  /**
   * What a person is doing.
   *
   * @param state code: talking, writing, held (a caller waits for her), available, break, away
   * @param since when she began to
   * @param spoken the call she speaks on, at whatever clinic; empty when she speaks on none
   */
  public record AtWork(
      AccountId account, String name, String state, Instant since, Optional<OpenCall> spoken) {

    /** Her call may be of a clinic that is not hers who asks. */
    @Override
    public String toString() {
      return "AtWork[" + state + "]";
    }
  }

  /** Everybody at work in these clinics, by name. */
  @Transactional(readOnly = true)
  public List<AtWork> of(Collection<OrganizationId> clinics) {
    var names = new HashMap<AccountId, String>();
    clinics.forEach(clinic -> names.putAll(colleagues.of(clinic)));
    var said = availabilities.among(names.keySet(), clock.instant().minus(AT_WORK));
    var open = calls.of(names.keySet()).stream().collect(Collectors.groupingBy(OpenCall::owner));
    return names.keySet().stream()
        .filter(who -> said.containsKey(who) || open.containsKey(who))
        .map(who -> doing(who, names, Optional.ofNullable(said.get(who)), open))
        .sorted(Comparator.comparing(AtWork::name))
        .toList();
  }

  private static AtWork doing(
      AccountId who,
      Map<AccountId, String> names,
      Optional<Availabilities.Said> said,
      Map<AccountId, List<OpenCall>> open) {
    var hers = open.getOrDefault(who, List.of());
    var spoken = OpenCall.spoken(hers);
    var busy =
        spoken.or(() -> latest(hers, CallState.WRITING)).or(() -> latest(hers, CallState.HELD));
    var state =
        busy.map(call -> call.state().code())
            .or(() -> said.map(one -> one.state().code()))
            .orElse(Availability.AWAY.code());
    var since = busy.map(OpenCall::since).or(() -> said.map(Availabilities.Said::since));
    return new AtWork(who, names.getOrDefault(who, ""), state, since.orElse(Instant.EPOCH), spoken);
  }

  private static Optional<OpenCall> latest(List<OpenCall> hers, CallState state) {
    return hers.stream()
        .filter(call -> call.state() == state)
        .max(Comparator.comparing(OpenCall::since));
  }

  /** Who has no session any more is away; says how many went. */
  @Transactional
  public int leave() {
    var now = clock.instant();
    var gone = availabilities.here().stream().filter(who -> !signedIn.is(who)).toList();
    gone.forEach(who -> availabilities.say(who, Availability.AWAY, now));
    return gone.size();
  }

  /** When it is done. */
  @Configuration(proxyBeanMethods = false)
  static class Job {

    @Bean
    Recurring awayWithoutSession(Team team) {
      return new Recurring("inquiries.away", Duration.ofMinutes(1), team::leave);
    }
  }
}
