package health.malasakit.interop.fhir;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The summary as one object for programs. */
public final class SummaryJson {

  private static final JsonMapper JSON = new JsonMapper();

  private SummaryJson() {}

  /** {@code {"resources":{...},"refusals":[...]}} on one line. */
  public static String of(ImportSummary summary) {
    ObjectNode all = JSON.createObjectNode();
    all.set("resources", node(summary.resources()));
    var refusals = all.putArray("refusals");
    for (Refusal refusal : summary.refusals()) {
      refusals
          .addObject()
          .put("file", refusal.file())
          .put("index", refusal.index())
          .put("path", refusal.path())
          .put("rule", refusal.rule());
    }
    return all.toString();
  }

  static String resources(Map<String, Tally> resources) {
    return node(resources).toString();
  }

  private static ObjectNode node(Map<String, Tally> resources) {
    ObjectNode node = JSON.createObjectNode();
    resources.forEach((type, tally) ->
        node.putObject(type)
            .put("read", tally.read())
            .put("created", tally.created())
            .put("updated", tally.updated())
            .put("unchanged", tally.unchanged())
            .put("refused", tally.refused()));
    return node;
  }
}
