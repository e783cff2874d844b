package health.malasakit.access.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import health.malasakit.postgres.Availability;
import health.malasakit.postgres.Outage;
import health.malasakit.ui.Assets;
import health.malasakit.ui.PlainShells;
import health.malasakit.ui.ProblemPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a person reads while the database is not there, not filled yet or without room: one calm
 * page, made without asking it anything, not even who she is. Stands before everything else,
 * sessions included.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WithoutDatabase extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(WithoutDatabase.class);
  private static final String AGAIN_SECONDS = "3";

  /** The state of a database whose disk has no room; the others are told by {@link #state}. */
  private static final String FULL = "full";

  private final Availability database;
  private final TemplateEngine templates;
  private final PlainShells shells;

  WithoutDatabase(
      ObjectProvider<Availability> database, TemplateEngine templates, PlainShells shells) {
    this.database = database.getIfAvailable(() -> () -> false);
    this.templates = templates;
    this.shells = shells;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var waiting = database.restarting() || database.preparing();
    if (waiting && !isOfPages(request.getRequestURI())) {
      answer(request, response, state());
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException fault) {
      if (!Outage.in(fault) || response.isCommitted()) {
        throw fault;
      }
      LOG.warn("No database for a {}: {}", request.getMethod(), rootOf(fault).getMessage());
      answer(request, response, Outage.full(fault) ? FULL : state());
    }
  }

  /** Styles, which this page needs too. */
  private static boolean isOfPages(String path) {
    return path.startsWith(Assets.ROOT) || path.startsWith("/webjars/");
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, String state)
      throws IOException {
    response.reset();
    request.removeAttribute(CsrfToken.class.getName());
    var status =
        state.equals(FULL) ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.SERVICE_UNAVAILABLE;
    response.setStatus(status.value());
    response.setHeader("Retry-After", AGAIN_SECONDS);
    response.setHeader("Cache-Control", "no-store");
    var shell = shells.current(request);
    var what = "access.database." + state;
    if (request.getRequestURI().startsWith("/api/")) {
      response.setContentType("application/problem+json;charset=UTF-8");
      response
          .getWriter()
          .write(
              "{\"status\":%d,\"code\":\"database\",\"detail\":\"%s\"}"
                  .formatted(status.value(), shell.say(what)));
      return;
    }
    if ("GET".equals(request.getMethod())) {
      response.setHeader("Refresh", AGAIN_SECONDS);
    }
    var page =
        new ProblemPage(shell.say(what), shell.say(what + ".safe"), shell.say(what + ".next"), "");
    var text = new Utf8ByteOutput();
    templates.render("ui/problem.jte", Map.of("shell", shell, "page", page), text);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(text.getContentLength());
    text.writeTo(response.getOutputStream());
  }

  private String state() {
    if (database.preparing()) {
      return "preparing";
    }
    return database.restarting() ? "restarting" : "silent";
  }

  private static Throwable rootOf(Throwable fault) {
    var cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
