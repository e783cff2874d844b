package health.malasakit.scheduling.web;

import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.video.Joining;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A visit as machines read it: ids and times, no names. */
final class AppointmentAnswer {

  private AppointmentAnswer() {}

  static Map<String, Object> of(Visit visit) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("id", visit.id().toString());
    answer.put("patient", visit.patient().toString());
    answer.put("site", visit.site().toString());
    visit.place().practitioner().ifPresent(one -> answer.put("practitioner", one.toString()));
    visit.place().type().ifPresent(type -> answer.put("visitType", type.toString()));
    answer.put("start", visit.time().start().local().toString());
    answer.put("zone", visit.time().zone().getId());
    answer.put("fold", fold(visit.time().start()));
    answer.put("instant", visit.time().from().toString());
    answer.put("end", visit.time().end().toString());
    answer.put("status", visit.status().code());
    answer.put("confidential", visit.confidential());
    answer.put("version", visit.version());
    return answer;
  }

  /** The same with what was said of a visit by video. */
  static Map<String, Object> of(Visit visit, Optional<Joining> said) {
    var answer = of(visit);
    said.ifPresent(one -> {
      answer.put("state", one.state());
      one.address().ifPresent(address -> answer.put("join", address.written()));
    });
    return answer;
  }

  private static String fold(WallTime time) {
    return time.fold().name().toLowerCase(Locale.ROOT);
  }
}
