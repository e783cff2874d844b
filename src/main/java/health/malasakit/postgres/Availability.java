package health.malasakit.postgres;

/** Whether the database can be asked now. */
@FunctionalInterface
public interface Availability {

  /** True from when the embedded server was seen dead until it answers again. */
  boolean restarting();
}
