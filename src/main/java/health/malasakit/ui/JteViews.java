package health.malasakit.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the template of a view name: {@code access/web/signIn} is the template {@code signIn.jte}
 * in the package {@code health.malasakit.access.web}. Every template receives what the controller
 * put into the model (by habit one record named {@code page}) and the {@link Shell} as {@code
 * shell}.
 */
public final class JteViews implements ViewResolver, Ordered {

  private final TemplateEngine engine;
  private final Function<HttpServletRequest, Shell> shells;

  /** Views of the given engine, each shown inside the shell of its request. */
  public JteViews(TemplateEngine engine, Function<HttpServletRequest, Shell> shells) {
    this.engine = engine;
    this.shells = shells;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return engine.hasTemplate(template) ? new JteView(template) : null;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 100;
  }

  private final class JteView implements View {

    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var params = new HashMap<String, Object>(model == null ? Map.of() : model);
      params.put("shell", shells.apply(request));
      var page = new Utf8ByteOutput();
      engine.render(template, params, page);
      response.setContentType(getContentType());
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }
  }
}
