package health.malasakit.ui;

import jakarta.servlet.http.HttpServletRequest;

/** Says what the chrome of a request shows; access answers it for a person who is signed in. */
public interface Shells {

  /** The shell of this request, never null; start from {@link PlainShells#current}. */
  Shell current(HttpServletRequest request);
}
