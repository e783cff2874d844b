package health.malasakit.demo.web;

import health.malasakit.demo.DemoCarrier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Nobody is signed in at the carrier's door, and no form of ours leads there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("malasakit.made-up-world")
class CarrierDoor {

  @Bean
  @Order(1)
  SecurityFilterChain carriersOwn(HttpSecurity http) {
    return http.securityMatcher(DemoCarrier.PATH + "/**")
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .build();
  }
}
