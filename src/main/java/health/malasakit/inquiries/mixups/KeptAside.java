package health.malasakit.inquiries.mixups;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What modules to the right keep apart of a call; each is told of a wrong person. */
@Component
class KeptAside {

  private final ObjectProvider<KeptApart> modules;
  private final ApplicationEventPublisher events;

  KeptAside(ObjectProvider<KeptApart> modules, ApplicationEventPublisher events) {
    this.modules = modules;
    this.events = events;
  }

  List<KeptApart.Kept> seen(Call call, PatientId patient) {
    return modules.stream().flatMap(one -> one.seen(call, patient).stream()).toList();
  }

  boolean unseen(Call call) {
    return modules.stream().anyMatch(one -> one.unseen(call));
  }

  void giveTo(Call call, Set<UUID> goes, PatientId wrong, PatientId right) {
    for (var one : modules) {
      one.seen(call, wrong).stream()
          .map(KeptApart.Kept::id)
          .filter(goes::contains)
          .forEach(id -> one.giveTo(call, id, right));
    }
  }

  /** After this transaction, those who may see what is kept apart are told. */
  void tell(OrganizationId clinic, CallId call, PatientId wrong, MixUp.Done by) {
    events.publishEvent(new WrongPersonNoticed(clinic, call, wrong, by.by(), by.at()));
  }
}
