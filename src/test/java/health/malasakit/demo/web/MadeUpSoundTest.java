package health.malasakit.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.inquiries.voicemail.Recording;
import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class MadeUpSoundTest {

  @Test
  void it_is_a_second_of_sound_that_is_taken_as_a_voicemail() throws Exception {
    var wav = MadeUpSound.wav();

    var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));

    assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate()).isEqualTo(1);
    assertThat(Recording.of(wav).kind()).isEqualTo(Recording.Kind.WAV);
  }
}
