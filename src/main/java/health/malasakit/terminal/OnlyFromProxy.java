package health.malasakit.terminal;

import org.apache.catalina.valves.RemoteCIDRValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Behind a named proxy, whoever does not come through it (or from this machine) is refused. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("malasakit.proxy")
class OnlyFromProxy {

  private static final String THIS_MACHINE = "127.0.0.0/8,::1/128";

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorForProxy(
      @Value("${malasakit.proxy}") String proxy) {
    var door = new RemoteCIDRValve();
    // The other end of the connection itself, which no header can change.
    door.setUsePeerAddress(true);
    door.setAllow(THIS_MACHINE + "," + proxy);
    return tomcat -> tomcat.addEngineValves(door);
  }
}
