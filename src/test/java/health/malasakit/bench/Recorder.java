package health.malasakit.bench;

import health.malasakit.kernel.Ids;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down which statements, with which values and between which ends of transactions, the
 * application sends for a request, so that plain JDBC can send the same.
 */
final class Recorder implements BeanPostProcessor {

  private static volatile boolean on;
  private static final List<Step> STEPS = new CopyOnWriteArrayList<>();

  /** One step on the wire. */
  sealed interface Step {
    record Auto(int slot, boolean on) implements Step {}

    record End(int slot, boolean commit) implements Step {}

    record Ask(int slot, String sql, List<Value> values) implements Step {}
  }

  /** A value as it was bound. */
  record Value(Method set, Object[] arguments) {}

  /**
   * What a request sends, to its end, which may come after its answer; jobs that happen to run
   * beside it are left out.
   */
  static List<Step> during(Runnable request) {
    STEPS.clear();
    on = true;
    try {
      request.run();
      Leased.awaitNone();
    } finally {
      on = false;
    }
    if (STEPS.isEmpty()) {
      throw new IllegalStateException("The request sent no statement");
    }
    return List.copyOf(STEPS);
  }

  /**
   * Sends the same on other connections, one for each that was open at once, with every answer read
   * to its end.
   */
  static void replay(List<Connection> to, List<Step> steps, UnaryOperator<Object> change)
      throws SQLException {
    for (var step : steps) {
      switch (step) {
        case Step.Auto auto -> to.get(auto.slot()).setAutoCommit(auto.on());
        case Step.End end -> end(to.get(end.slot()), end.commit());
        case Step.Ask ask -> ask(to.get(ask.slot()), ask, change);
      }
    }
    for (var connection : to) {
      connection.setAutoCommit(true);
    }
  }

  /**
   * New ids in place of those made since a moment, always the same new one for the same old one.
   */
  static UnaryOperator<Object> freshIds(long sinceMillis, UnaryOperator<Object> others) {
    Map<UUID, UUID> fresh = new HashMap<>();
    return value -> {
      if (value instanceof UUID[] many) {
        var changed = new UUID[many.length];
        for (int i = 0; i < many.length; i++) {
          changed[i] = (UUID) fresh(many[i], sinceMillis, fresh, others);
        }
        return changed;
      }
      return fresh(value, sinceMillis, fresh, others);
    };
  }

  private static Object fresh(
      Object value, long sinceMillis, Map<UUID, UUID> fresh, UnaryOperator<Object> others) {
    boolean isNew =
        value instanceof UUID id
            && id.version() == 7
            && id.getMostSignificantBits() >>> 16 >= sinceMillis;
    return isNew ? fresh.computeIfAbsent((UUID) value, old -> Ids.next()) : others.apply(value);
  }

  private static void end(Connection connection, boolean commit) throws SQLException {
    if (connection.getAutoCommit()) {
      return;
    }
    if (commit) {
      connection.commit();
    } else {
      connection.rollback();
    }
  }

  private static void ask(Connection connection, Step.Ask ask, UnaryOperator<Object> change)
      throws SQLException {
    try (var statement = connection.prepareStatement(ask.sql())) {
      for (var value : ask.values()) {
        var arguments = value.arguments().clone();
        if (!value.set().getName().equals("setNull")) {
          arguments[1] =
              Published.by(ask, arguments[1]) ? Published.anew() : change.apply(arguments[1]);
        }
        value.set().invoke(statement, arguments);
      }
      long begin = System.nanoTime();
      if (statement.execute()) {
        read(statement.getResultSet());
      }
      Slowest.spent(ask.sql(), System.nanoTime() - begin);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void read(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        rows.getObject(column);
      }
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return name.equals("applicationPool") ? new Heard((DataSource) bean) : bean;
  }

  private static final class Heard extends DelegatingDataSource {

    Heard(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      // Jobs and reactions have threads of their own and are no part of a request.
      if (!on || !Thread.currentThread().getName().startsWith("tomcat")) {
        return connection;
      }
      int slot = Leased.lowest();
      return proxy(Connection.class, connection, (m, a, r) -> connection(slot, m, a, r));
    }
  }

  private interface Hears {
    Object after(Method method, Object[] arguments, Object answer);
  }

  private static Object connection(int slot, Method method, Object[] arguments, Object answer) {
    switch (method.getName()) {
      case "setAutoCommit" -> STEPS.add(new Step.Auto(slot, (boolean) arguments[0]));
      case "close" -> Leased.giveBack(slot);
      case "commit" -> STEPS.add(new Step.End(slot, true));
      case "rollback" ->
          STEPS.add(
              arguments.length == 0
                  ? new Step.End(slot, false)
                  : plain(slot, "rollback to savepoint tried"));
      case "setSavepoint" -> STEPS.add(plain(slot, "savepoint tried"));
      case "releaseSavepoint" -> STEPS.add(plain(slot, "release savepoint tried"));
      case "prepareStatement" -> {
        var values = new ArrayList<Value>();
        var sql = (String) arguments[0];
        return proxy(
            PreparedStatement.class,
            answer,
            (m, a, r) -> statement(new Step.Ask(slot, sql, values), m, a, r));
      }
      default -> {}
    }
    return answer;
  }

  private static Step plain(int slot, String sql) {
    return new Step.Ask(slot, sql, List.of());
  }

  private static Object statement(Step.Ask ask, Method method, Object[] arguments, Object answer) {
    if (method.getName().startsWith("set") && arguments.length > 1) {
      ask.values().add(new Value(method, arguments));
    } else if (method.getName().startsWith("execute") && !ask.sql().contains("scheduled_tasks")) {
      STEPS.add(new Step.Ask(ask.slot(), ask.sql(), List.copyOf(ask.values())));
    }
    return answer;
  }

  private static <T> T proxy(Class<T> type, Object target, Hears hears) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          try {
            var answer = method.invoke(target, arguments);
            return hears.after(method, arguments == null ? new Object[0] : arguments, answer);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
