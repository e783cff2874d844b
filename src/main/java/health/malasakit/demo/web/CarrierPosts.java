package health.malasakit.demo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.demo.DemoCarrier;
import health.malasakit.messaging.texts.GatewayDoor;
import health.malasakit.messaging.texts.GatewaySignature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the made-up carrier tells this server, signed, over HTTP as a real one comes to it. */
@Component
@ConditionalOnProperty("malasakit.made-up-world")
class CarrierPosts implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long ARRIVES_AFTER_MILLIS = 1200;
  private static final String AWAY = "30003"; // the handset cannot be reached

  private final DemoCarrier carrier;
  private final CarrierTexts texts;
  private final DemoClinics clinics;
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final Executor later =
      CompletableFuture.delayedExecutor(ARRIVES_AFTER_MILLIS, TimeUnit.MILLISECONDS, threads);

  CarrierPosts(DemoCarrier carrier, CarrierTexts texts, DemoClinics clinics) {
    this.carrier = carrier;
    this.texts = texts;
    this.clinics = clinics;
  }

  /** A moment later the text is on the phone, or it is not. */
  void arrives(CarrierTexts.Taken text) {
    var fails = texts.moodOf(text.to()) == CarrierTexts.Mood.FAILS;
    later.execute(() ->
        texts
            .stands(text.id(), fails ? "undelivered" : "delivered", fails ? AWAY : "")
            .ifPresent(this::receipt));
  }

  private void receipt(CarrierTexts.Taken text) {
    clinics.texted(text.from());
    if (text.receipts().isEmpty()) {
      return;
    }
    var form = new LinkedHashMap<String, String>();
    form.put("AccountSid", DemoCarrier.ACCOUNT);
    form.put("From", text.from());
    form.put("To", text.to());
    form.put("MessageSid", text.id());
    form.put("MessageStatus", text.status());
    if (!text.code().isEmpty()) {
      form.put("ErrorCode", text.code());
    }
    post(text.receipts(), form);
  }

  /** A phone wrote; gives the status of the answer, 0 for none. */
  int came(CarrierTexts.Taken text) {
    var form = new LinkedHashMap<String, String>();
    form.put("AccountSid", DemoCarrier.ACCOUNT);
    form.put("MessageSid", text.id());
    form.put("From", text.from());
    form.put("To", text.to());
    form.put("Body", text.body());
    form.put("NumMedia", "0");
    return carrier.ours().map(ours -> post(ours + GatewayDoor.PATH, form)).orElse(0);
  }

  private int post(String address, Map<String, String> form) {
    var signed =
        form.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> new String[] {one.getValue()}));
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(GatewaySignature.HEADER, GatewaySignature.of(carrier.token(), address, signed))
            .POST(BodyPublishers.ofString(body))
            .build();
    try (var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException silent) {
      return 0;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
