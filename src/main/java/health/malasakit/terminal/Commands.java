package health.malasakit.terminal;

import picocli.CommandLine;

/** Makes commands, giving those that need it the way to the database and the application. */
final class Commands implements CommandLine.IFactory {

  private final Opener opener;

  Commands(Opener opener) {
    this.opener = opener;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0].equals(Opener.class)) {
        return type.cast(constructor.newInstance(opener));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
