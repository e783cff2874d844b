package health.malasakit.inquiries;

import health.malasakit.access.Digests;
import health.malasakit.access.OutgoingTokens;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.live.Live;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The telephone systems that may ring for clinics, and who sits at which of their telephones. */
@Component
public class Telephones {

  private static final int NAME_LENGTH_MAX = 80;
  private static final Pattern EXTENSION = Pattern.compile("[0-9A-Za-z._-]{1,40}");

  private final TelephoneStore store;
  private final SeatStore seats;
  private final OutgoingTokens tokens;
  private final Audit audit;
  private final Live live;
  private final Clock clock;

  Telephones(
      TelephoneStore store,
      SeatStore seats,
      OutgoingTokens tokens,
      Audit audit,
      Live live,
      Clock clock) {
    this.store = store;
    this.seats = seats;
    this.tokens = tokens;
    this.audit = audit;
    this.live = live;
    this.clock = clock;
  }

  /** A new system and its token, which is shown this once. */
  public record Made(TelephoneId id, String token) {}

  /** Those that may ring for any clinic in scope. */
  @Transactional(readOnly = true)
  public List<TelephoneSystem> inScope() {
    return store.ringingFor(Scopes.current().organizations());
  }

  /** Those that may ring for a clinic. */
  @Transactional(readOnly = true)
  public List<TelephoneSystem> of(OrganizationId organization) {
    return store.ringingFor(Set.of(organization));
  }

  /**
   * Connects a new telephone system to a clinic.
   *
   * @throws Refused invalid, code {@code telephone.name}
   */
  @Transactional
  public Made connect(OrganizationId organization, String name) {
    var token = Digests.randomWord();
    return new Made(connect(organization, name, token), token);
  }

  /** The same with a token that is known already: long, random, and this system's alone. */
  @Transactional
  public TelephoneId connect(OrganizationId organization, String name, String token) {
    if (name.isBlank() || name.strip().length() > NAME_LENGTH_MAX) {
      throw Refused.invalid("telephone.name", NAME_LENGTH_MAX).onField("name");
    }
    var system = TelephoneSystem.fresh(name.strip(), clock.instant());
    store.add(system, Digests.sha256(token), me());
    store.addLine(organization, system.id(), me(), clock.instant());
    written(organization, "connected", system.id());
    return system.id();
  }

  /** A system that rings for another clinic in scope may ring for this one too. */
  @Transactional
  public void share(OrganizationId organization, TelephoneId id) {
    require(id);
    store.addLine(organization, id, me(), clock.instant());
    written(organization, "connected", id);
  }

  /**
   * Gives a system another token, and us another word to it; those before open nothing any more.
   *
   * @throws Refused as {@link #decide}
   */
  @Transactional
  public String renewToken(OrganizationId organization, TelephoneId id) {
    requireRingsFor(organization, id);
    requireRules(id);
    var token = Digests.randomWord();
    store.renew(id, Digests.sha256(token));
    written(organization, "token-renewed", id);
    return token;
  }

  /**
   * Who decides who answers: the switch, or Malasakit, which tells it then.
   *
   * @param webhook where it is told; empty: the switch decides
   * @throws Refused not found, code {@code telephone.unknown}; conflict, {@code telephone.shared},
   *     for who does not rule it at each clinic that it rings for
   */
  @Transactional
  public void decide(OrganizationId organization, TelephoneId id, Optional<URI> webhook) {
    requireRingsFor(organization, id);
    requireRules(id);
    store.decide(id, webhook);
    written(organization, "changed", id);
  }

  /** The word with which Malasakit tells a system; whoever sets the switch up checks it. */
  public String outgoing(TelephoneSystem system) {
    return tokens.of(system.place());
  }

  /** Whether its token and its address are hers to change: at each clinic that it rings for. */
  @Transactional(readOnly = true)
  public boolean rules(TelephoneId id) {
    var scope = Scopes.current();
    return store.clinics(id).stream()
        .allMatch(clinic -> scope.may(clinic, "telephones", Verb.UPDATE));
  }

  /** A system rings for this clinic no more. */
  @Transactional
  public void disconnect(OrganizationId organization, TelephoneId id) {
    requireRingsFor(organization, id);
    store.removeLine(organization, id);
    written(organization, "disconnected", id);
  }

  /**
   * I sit at this telephone from now on; whoever sat there does not any more, and is told.
   *
   * @throws Refused invalid, code {@code telephone.extension}
   */
  @Transactional
  public void sit(TelephoneId system, String extension) {
    if (!EXTENSION.matcher(extension.strip()).matches()) {
      throw Refused.invalid("telephone.extension").onField("extension");
    }
    require(system);
    var seat = new Seat(system, extension.strip());
    seats.alone(seat).filter(other -> !other.equals(me())).ifPresent(other -> taken(seat, other));
    seats.leave(me());
    seats.sit(me(), seat, clock.instant());
    seats.forget(me());
  }

  private void taken(Seat seat, AccountId from) {
    seats.lost(from, new Seat.Lost(seat.extension(), me(), clock.instant()));
    var here = Scopes.current().organizations();
    var clinics = store.clinics(seat.system());
    clinics.stream()
        .filter(here::contains)
        .forEach(clinic -> audit.done(Act.on(clinic, "seated-instead", "account", from.value())));
    clinics.forEach(this::tell);
  }

  /** She may work for other clinics of the switch than I do; a topic carries nothing but its id. */
  private void tell(OrganizationId clinic) {
    Scopes.run(Scope.job(clinic, "telephone"), () -> live.changed(Calls.topic(clinic)));
  }

  /** The seat that somebody took from me and of which I have yet to read; empty for none. */
  @Transactional(readOnly = true)
  public Optional<Seat.Lost> lostSeat() {
    return seats.lostOf(me());
  }

  /** I know that somebody else sits there. */
  @Transactional
  public void readThatLost() {
    seats.forget(me());
    Scopes.current().organizations().stream().map(Calls::topic).forEach(live::changed);
  }

  /** I sit at no telephone. */
  @Transactional
  public void stand() {
    seats.leave(me());
  }

  /** Where I sit. */
  @Transactional(readOnly = true)
  public Optional<Seat> mySeat() {
    return seats.of(me());
  }

  private void require(TelephoneId id) {
    if (inScope().stream().noneMatch(one -> one.id().equals(id))) {
      throw Refused.notFound("telephone.unknown");
    }
  }

  private void requireRules(TelephoneId id) {
    if (!rules(id)) {
      throw Refused.conflict("telephone.shared");
    }
  }

  private void requireRingsFor(OrganizationId organization, TelephoneId id) {
    if (of(organization).stream().noneMatch(one -> one.id().equals(id))) {
      throw Refused.notFound("telephone.unknown");
    }
  }

  private void written(OrganizationId organization, String what, TelephoneId id) {
    audit.done(Act.on(organization, what, "telephone", id.value()));
  }

  private static AccountId me() {
    return Scopes.current()
        .account()
        .orElseThrow(() -> new IllegalStateException("A job connects no telephone"));
  }
}
