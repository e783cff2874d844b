package health.malasakit.guards;

import health.malasakit.Application;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Draws the modules for the documentation, under {@code target/spring-modulith-docs}. */
final class Drawings {

  private Drawings() {}

  public static void main(String[] none) {
    new Documenter(ApplicationModules.of(Application.class))
        .writeModulesAsPlantUml()
        .writeIndividualModulesAsPlantUml()
        .writeModuleCanvases();
  }
}
