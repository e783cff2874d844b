package health.malasakit.access.web;

import health.malasakit.kernel.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No request brings more than this, whatever it says about its length. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {

  private final long bytesMax;

  BodyLimit(@Value("${malasakit.body.bytes-max:2097152}") long bytesMax) {
    this.bytesMax = bytesMax;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > bytesMax) {
      ErrorsController.tell(request, response, HttpStatus.CONTENT_TOO_LARGE, refused());
    } else if (request.getContentLengthLong() < 0) {
      chain.doFilter(new Counted(request), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Refused refused() {
    return Refused.invalid("body.too-large", bytesMax / 1024 / 1024);
  }

  /** More arrived than was allowed. */
  static final class TooLarge extends IOException {}

  private final class Counted extends HttpServletRequestWrapper {

    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private final class CountedStream extends ServletInputStream {

    private final ServletInputStream in;
    private long seen;

    CountedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return count(in.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = in.read(buffer, offset, length);
      return count(read, read);
    }

    private int count(int result, int bytes) throws IOException {
      seen += result < 0 ? 0 : bytes;
      if (seen > bytesMax) {
        throw new TooLarge();
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
