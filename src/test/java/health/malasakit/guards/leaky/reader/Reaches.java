package health.malasakit.guards.leaky.reader;

import health.malasakit.guards.leaky.keeper.inside.Kept;

/** Reaches into another module, for the guard to find. */
class Reaches {

  Kept kept() {
    return new Kept("what nobody outside should name");
  }
}
