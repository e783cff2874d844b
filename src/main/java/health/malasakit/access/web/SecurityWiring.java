package health.malasakit.access.web;

import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Assets;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@Configuration(proxyBeanMethods = false)
class SecurityWiring {

  /**
   * CSRF, headers and the session's security context. Who may enter a route is decided by the
   * gatekeeper at the handler, where the route's own annotation is known.
   */
  @Bean
  SecurityFilterChain security(
      HttpSecurity http, SecurityContextRepository contexts, SignInFirst signInFirst) {
    return http.securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityWiring::showsToken))
        .headers(headers ->
            headers
                .contentSecurityPolicy(
                    policy -> policy.policyDirectives(Assets.CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer ->
                    referrer.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                            .ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(no ->
            no.accessDeniedHandler(
                (request, response, cause) -> withoutToken(request, response, signInFirst)))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .build();
  }

  /**
   * A machine shows a token of its own, which no page of another site can make a browser send; such
   * a request counts for nothing beside it, whoever is signed in.
   */
  private static boolean showsToken(HttpServletRequest request) {
    var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    return shown != null && shown.startsWith("Bearer ");
  }

  /** The session of the form is over: sign in again. Or the form is not ours, or very old. */
  private static void withoutToken(
      HttpServletRequest request, HttpServletResponse response, SignInFirst signInFirst)
      throws IOException, ServletException {
    if (SignedIn.find().isEmpty()) {
      signInFirst.send(request, response);
      return;
    }
    var refused = Refused.denied("token.missing");
    ErrorsController.tell(request, response, HttpStatus.FORBIDDEN, refused);
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  /** Argon2id with the parameters that Spring Security recommends (16 MiB, 2 passes). */
  @Bean
  PasswordEncoder argon2id() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  /** Two requests of one session may write it at once. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsForPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  WebMvcRegistrations gatedHandlers(
      Gatekeeper gatekeeper, SignInFirst signInFirst, LockedScreen lockedScreen) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new GatedHandlerAdapter(gatekeeper, signInFirst, lockedScreen);
      }
    };
  }
}
