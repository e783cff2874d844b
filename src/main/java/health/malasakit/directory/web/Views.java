package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import org.springframework.web.servlet.ModelAndView;

/** The views that most pages of this module share. */
final class Views {

  private Views() {}

  /** A thing of another clinic of hers is not found under this clinic's address. */
  static void refuseOthers(Clinic clinic, OrganizationId owner) {
    if (!clinic.id().equals(owner)) {
      throw Refused.notFound("clinic.other");
    }
  }

  static ModelAndView form(FormPage page) {
    return new ModelAndView("directory/web/form", "page", page);
  }

  static ModelAndView list(ListPage page) {
    return new ModelAndView("directory/web/list", "page", page);
  }
}
