package health.malasakit.kernel;

/** What a person may do with a kind of thing. */
public enum Verb {
  CREATE,
  READ,
  UPDATE,
  DELETE,
  APPROVE
}
