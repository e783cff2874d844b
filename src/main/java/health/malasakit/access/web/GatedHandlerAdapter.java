package health.malasakit.access.web;

import health.malasakit.kernel.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Runs every handler inside its scope, or not at all. */
class GatedHandlerAdapter extends RequestMappingHandlerAdapter {

  private final Gatekeeper gatekeeper;
  private final SignInFirst signInFirst;
  private final LockedScreen lockedScreen;

  GatedHandlerAdapter(Gatekeeper gatekeeper, SignInFirst signInFirst, LockedScreen lockedScreen) {
    this.gatekeeper = gatekeeper;
    this.signInFirst = signInFirst;
    this.lockedScreen = lockedScreen;
  }

  @Override
  protected @Nullable ModelAndView invokeHandlerMethod(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
      throws Exception {
    return switch (gatekeeper.decide(request, handler)) {
      case Gatekeeper.Entry.WithScope entry ->
          Scopes.call(entry.scope(), () -> super.invokeHandlerMethod(request, response, handler));
      case Gatekeeper.Entry.WithoutScope entry ->
          super.invokeHandlerMethod(request, response, handler);
      case Gatekeeper.Entry.SignInFirst entry -> {
        signInFirst.send(request, response);
        yield null;
      }
      case Gatekeeper.Entry.Unlock entry -> lockedScreen.answer(request, response);
    };
  }
}
