package health.malasakit.audit;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line with its patients and its seal, as a file keeps it: one JSON object. */
final class ArchivedLine {

  private static final JsonMapper JSON = new JsonMapper();

  private ArchivedLine() {}

  static String json(SealStore.Sealed sealed) {
    var row = java.util.Objects.requireNonNull(sealed.line());
    var line = row.line();
    var object = JSON.createObjectNode();
    object.put("position", sealed.position());
    object.put("lineHash", sealed.lineHash());
    object.put("chainHash", sealed.chainHash());
    object.put("transaction", row.transaction());
    object.put("organization", line.organization().toString());
    object.put("id", line.id().toString());
    object.put("at", ChronoUnit.MICROS.between(Instant.EPOCH, line.at()));
    line.account().ifPresent(id -> object.put("account", id.toString()));
    object.put("actor", line.actor());
    object.put("country", line.country());
    object.put("task", line.task());
    object.put("act", line.act());
    object.put("subject", line.subject());
    line.subjectId().ifPresent(id -> object.put("subjectId", id.toString()));
    line.patient().ifPresent(id -> object.put("patient", id.toString()));
    object.put("detail", line.detail());
    var listed = object.putArray("listed");
    row.listed().forEach(patient -> listed.add(patient.toString()));
    return JSON.writeValueAsString(object);
  }

  static SealStore.Sealed parsed(String json) {
    var object = JSON.readTree(json);
    var id = UUID.fromString(text(object, "id"));
    List<UUID> listed = new ArrayList<>();
    object.get("listed").forEach(patient -> listed.add(UUID.fromString(patient.asString())));
    var row = new LineRow(line(object, id), text(object, "transaction"), listed);
    return new SealStore.Sealed(
        object.get("position").asLong(),
        id,
        text(object, "lineHash"),
        text(object, "chainHash"),
        row);
  }

  private static Line line(JsonNode object, UUID id) {
    return new Line(
        new OrganizationId(UUID.fromString(text(object, "organization"))),
        id,
        Instant.EPOCH.plus(object.get("at").asLong(), ChronoUnit.MICROS),
        id(object, "account").map(AccountId::new),
        text(object, "actor"),
        text(object, "country"),
        text(object, "task"),
        text(object, "act"),
        text(object, "subject"),
        id(object, "subjectId"),
        id(object, "patient").map(PatientId::new),
        text(object, "detail"));
  }

  private static Optional<UUID> id(JsonNode object, String field) {
    return object.has(field) ? Optional.of(UUID.fromString(text(object, field))) : Optional.empty();
  }

  private static String text(JsonNode object, String field) {
    return object.get(field).asString();
  }
}
