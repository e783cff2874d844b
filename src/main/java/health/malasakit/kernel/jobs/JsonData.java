package health.malasakit.kernel.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a job carries is written as JSON: readable in the table, and ids only. */
final class JsonData implements Serializer {

  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);

  private final JsonMapper json = JsonMapper.builder().build();

  @Override
  public byte[] serialize(@Nullable Object data) {
    return json.writeValueAsBytes(data);
  }

  /** A job without data has nothing in the table, or the JSON word null. */
  @Override
  public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
    return json.readValue(data == null ? NOTHING : data, type);
  }
}
