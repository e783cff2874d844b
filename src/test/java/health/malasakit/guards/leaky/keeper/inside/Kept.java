package health.malasakit.guards.leaky.keeper.inside;

/** Belongs to the inside of its module. */
public record Kept(String words) {}
