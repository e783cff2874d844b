package health.malasakit.messaging.texts.web;

import health.malasakit.messaging.texts.GatewayDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The gateway signs what it brings, and no page of another site can make a browser do that: a form
 * of it needs no token, and who is signed in counts for nothing beside the signature.
 */
@Configuration(proxyBeanMethods = false)
class TextDoors {

  @Bean
  @Order(2)
  SecurityFilterChain gatewaysOwn(HttpSecurity http) {
    return http.securityMatcher(GatewayDoor.PATH, GatewayDoor.PATH + "/**")
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
