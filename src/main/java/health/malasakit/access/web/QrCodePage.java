package health.malasakit.access.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as one path of squares, drawn in the page itself: nothing is asked of anybody.
 *
 * @param path the dark squares, one unit each
 * @param size width and height with the quiet zone
 */
public record QrCodePage(String path, int size) {

  private static final int QUIET_ZONE = 4;

  /** The code of a text. */
  public static QrCodePage of(String text) {
    try {
      var squares =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
      var path = new StringBuilder();
      for (int y = 0; y < squares.getHeight(); y++) {
        for (int x = 0; x < squares.getWidth(); x++) {
          if (squares.get(x, y)) {
            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
          }
        }
      }
      return new QrCodePage(path.toString(), squares.getWidth());
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "QrCodePage";
  }
}
