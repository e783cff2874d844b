package health.malasakit.bench;

import health.malasakit.Node;
import health.malasakit.World;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.messaging.Attestations;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.texts.TextNumbers;
import health.malasakit.scheduling.Practice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Lets a clinic tell its patients of their visits by text. */
final class ThatTells {

  private ThatTells() {}

  static void of(Node node, Practice practice) {
    var id = practice.organization();
    practice.run(() -> {
      var profile = new Clinic.Profile("Good day", "Lakeside", Optional.empty());
      node.bean(ClinicProfiles.class).describe(id, profile, 0);
      var world = node.bean(World.class);
      node.bean(ClinicProfiles.class).addNumber(id, ClinicNumber.of(world.textNumber(), ""));
      node.bean(TextNumbers.class).set(id, world.textNumber());
      var today = LocalDate.now(ZoneOffset.UTC);
      node.bean(PriorOptOuts.class).none(id, "Dr. Reyes", today, "Nobody.");
      node.bean(Attestations.class).say(id, "Dr. Reyes", today, "Given to us for care.");
      node.bean(Rules.class).set(id, new Rules.Said(true, Rule.USUAL));
    });
  }
}
