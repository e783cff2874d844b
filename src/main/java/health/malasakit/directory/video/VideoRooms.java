package health.malasakit.directory.video;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.directory.PractitionerId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing rooms of practitioners for visits by video. */
@Component
public class VideoRooms {

  private final VideoRoomStore store;
  private final Audit audit;
  private final Clock clock;

  VideoRooms(VideoRoomStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where a practitioner's video visits are joined; empty when nobody has said it. */
  @Transactional(readOnly = true)
  public Optional<JoinAddress> of(OrganizationId organization, PractitionerId practitioner) {
    return store.newest(organization, practitioner);
  }

  /** From now on; nothing is written when it stands so already. */
  @Transactional
  public void set(
      OrganizationId organization, PractitionerId practitioner, Optional<JoinAddress> room) {
    if (room.equals(of(organization, practitioner))) {
      return;
    }
    var me = Scopes.current().account().orElseThrow();
    store.add(
        organization,
        practitioner,
        room.map(JoinAddress::written).orElse(""),
        new VideoRoomStore.Setting(me, clock.instant()));
    audit.done(
        Act.on(organization, "changed", "practitioner", practitioner.value()).with("video-room"));
  }
}
