package health.malasakit.inquiries.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.inquiries.voicemail.Recording.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LengthsTest {

  @Test
  void a_wav_says_it_by_its_bytes_a_second_whatever_it_says_of_its_size() {
    var told = Sound.wav(440);
    var untold = ByteBuffer.wrap(told.clone()).order(ByteOrder.LITTLE_ENDIAN);
    untold.putInt(40, 0);

    assertThat(Lengths.of(Kind.WAV, told)).contains(Duration.ofSeconds(1));
    assertThat(Lengths.of(Kind.WAV, untold.array())).contains(Duration.ofSeconds(1));
  }

  @Test
  void an_mp3_of_one_rate_says_it_by_its_size_and_another_by_its_xing_head() {
    var even = ByteBuffer.allocate(8000 * 3).putInt(0, 0xFFFB50C0);
    var uneven = ByteBuffer.allocate(400).putInt(0, 0xFFFB9000);
    uneven.put(36, ascii("Xing")).putInt(40, 1).putInt(44, 1531);

    assertThat(Lengths.of(Kind.MP3, even.array())).contains(Duration.ofSeconds(3));
    assertThat(Lengths.of(Kind.MP3, uneven.array())).contains(Duration.ofSeconds(40));
  }

  @Test
  void an_ogg_says_it_by_the_samples_of_its_last_page() {
    var opus = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    opus.put(0, ascii("OggS")).put(28, ascii("OpusHead"));
    opus.put(120, ascii("OggS")).putLong(126, 48_000L * 7);
    var vorbis = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    vorbis.put(0, ascii("OggS")).put(29, ascii("vorbis")).putInt(40, 8000);
    vorbis.put(120, ascii("OggS")).putLong(126, 8000L * 9);

    assertThat(Lengths.of(Kind.OGG, opus.array())).contains(Duration.ofSeconds(7));
    assertThat(Lengths.of(Kind.OGG, vorbis.array())).contains(Duration.ofSeconds(9));
  }

  @Test
  void an_m4a_says_it_in_its_movie_head_which_may_stand_at_its_end() {
    var file = ByteBuffer.allocate(300_000);
    file.put(4, ascii("ftypM4A ")).put(299_800, ascii("mvhd"));
    file.putInt(299_816, 1000).putInt(299_820, 61_000);

    assertThat(Lengths.of(Kind.M4A, file.array())).contains(Duration.ofSeconds(61));
    assertThat(Lengths.of(Kind.M4A, ascii("....ftypM4A "))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void what_is_cut_or_spoilt_says_nothing_and_breaks_nothing(Kind kind) {
    var random = new Random(7);
    var whole = Sound.wav(440);
    for (int n = 0; n < 2000; n++) {
      var bytes = Arrays.copyOf(whole, random.nextInt(200));
      for (int spoilt = 0; spoilt < 5 && bytes.length > 0; spoilt++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      assertThat(Lengths.of(kind, bytes).orElse(Duration.ZERO)).isLessThan(Duration.ofDays(2));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
