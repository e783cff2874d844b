package health.malasakit.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.malasakit.kernel.ScopedTransactionManager;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The application's pool, the owner's connections for migrations, and scoped transactions. */
@Configuration(proxyBeanMethods = false)
class Pools {

  /** Names the pool for what is written down apart from the transaction around it. */
  private static final String APART = "apart";

  private static final int APART_CONNECTIONS = 2;

  @Bean(destroyMethod = "close")
  @Primary
  HikariDataSource applicationPool(
      DatabaseAddress address,
      ObjectProvider<Availability> availability,
      @Value("${malasakit.pool.connections:24}") int connections) {
    var config = named("application", address);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(2);
    return new ApplicationPool(config, availability.getIfAvailable(() -> () -> false));
  }

  /**
   * Connections for what is written down whatever becomes of the transaction around it. From the
   * application's pool they would be a second one for the same request: when all its connections
   * are held by requests that want another, everybody waits for everybody.
   */
  @Bean(defaultCandidate = false, destroyMethod = "close")
  @Qualifier(APART)
  HikariDataSource apartPool(DatabaseAddress address, ObjectProvider<Availability> availability) {
    var config = named(APART, address);
    config.setMaximumPoolSize(APART_CONNECTIONS);
    config.setMinimumIdle(0);
    return new ApplicationPool(config, availability.getIfAvailable(() -> () -> false));
  }

  private static HikariConfig named(String name, DatabaseAddress address) {
    var config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.application().name());
    config.setPassword(address.application().password());
    config.setPoolName(name);
    // The driver must not write bound values, which may be a person's, into its exceptions.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownerConnections(DatabaseAddress address) {
    return new SimpleDriverDataSource(
        new org.postgresql.Driver(),
        address.url(),
        address.owner().name(),
        address.owner().password());
  }

  @Bean
  FlywayConfigurationCustomizer roleNames(DatabaseAddress address) {
    return flyway -> flyway.placeholders(Migrations.placeholders(address));
  }

  @Bean
  ScopedTransactionManager transactionManager(DataSource applicationPool) {
    return new ScopedTransactionManager(applicationPool);
  }
}
