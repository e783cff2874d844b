package health.malasakit.kernel;

import java.util.Optional;

/** Where the scope of the running work is bound and found. */
public final class Scopes {

  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  private Scopes() {}

  /** The scope of the running work; throws when there is none, which is a bug. */
  public static Scope current() {
    return find()
        .orElseThrow(() -> new IllegalStateException("No scope: nobody is said to be asking"));
  }

  /** The scope of the running work, if any. */
  public static Optional<Scope> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does work under a scope and gives its answer. */
  public static <T, X extends Throwable> T call(Scope scope, ScopedValue.CallableOp<T, X> work)
      throws X {
    return ScopedValue.where(CURRENT, scope).call(work);
  }

  /** Does work under a scope. */
  public static void run(Scope scope, Runnable work) {
    ScopedValue.where(CURRENT, scope).run(work);
  }
}
