package health.malasakit.demo.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a made-up caller leaves on the voicemail: a second of a tone, as WAV. */
final class MadeUpSound {

  private static final int RATE = 8000;
  private static final int PITCH = 440;
  private static final int HEAD = 44;
  private static final int QUIET = 128;
  private static final int LOUD = 40;

  private MadeUpSound() {}

  /** Eight bits, one channel, 8 kHz. */
  static byte[] wav() {
    var file = ByteBuffer.allocate(HEAD + RATE).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEAD - 8 + RATE).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
    file.putShort((short) 1).putShort((short) 8).put(ascii("data")).putInt(RATE);
    for (int n = 0; n < RATE; n++) {
      file.put((byte) (QUIET + LOUD * Math.sin(2 * Math.PI * PITCH * n / RATE)));
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
