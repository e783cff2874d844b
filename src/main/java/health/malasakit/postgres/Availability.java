package health.malasakit.postgres;

/** Whether the database can be asked now, and whether it holds yet what a start puts into it. */
@FunctionalInterface
public interface Availability {

  /** True from when the embedded server was seen dead until it answers again. */
  boolean restarting();

  /** True from the start until what a start makes is made; then never again. */
  default boolean preparing() {
    return false;
  }

  /** True once the node has been asked to end; what waits for the database then gives up soon. */
  default boolean ending() {
    return false;
  }
}
