package health.malasakit.inquiries.voicemail;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A short tone, as a telephone would record it. */
public final class Sound {

  private static final int RATE = 8000;

  private Sound() {}

  /** One second of a tone as WAV; different for each pitch. */
  public static byte[] wav(int pitch) {
    var file = ByteBuffer.allocate(44 + RATE).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + RATE).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
    file.putShort((short) 1).putShort((short) 8).put(ascii("data")).putInt(RATE);
    for (int n = 0; n < RATE; n++) {
      file.put((byte) (128 + 40 * Math.sin(2 * Math.PI * pitch * n / RATE)));
    }
    return file.array();
  }

  /** A form with the sound as its file, in parts divided by the word "part". */
  static byte[] form(Map<String, String> fields, byte[] sound) {
    var form = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) -> form.writeBytes(ascii(head(name) + "\r\n\r\n" + value + "\r\n")));
    form.writeBytes(ascii(head("audio") + "; filename=\"a.wav\"\r\n\r\n"));
    form.writeBytes(sound);
    form.writeBytes(ascii("\r\n--part--\r\n"));
    return form.toByteArray();
  }

  private static String head(String name) {
    return "--part\r\nContent-Disposition: form-data; name=\"" + name + "\"";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
