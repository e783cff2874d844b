package health.malasakit.patients.web;

import java.util.List;

/** Who looks like a patient on file. */
public record LookAlikesPage(String name, String href, List<RegistrationPage.Alike> alike) {

  @Override
  public String toString() {
    return "LookAlikesPage";
  }
}
