package health.malasakit.directory.web;

import health.malasakit.access.Receipts;
import health.malasakit.directory.Stale;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One way through for every form: once only, errors beside fields, nothing lost or overwritten. */
@Component
class Saving {

  /** Draws the form again with what the person typed. */
  interface Again {

    /** With what is wrong beside its fields. */
    ModelAndView wrong(Errors errors);

    /** With what somebody else saved in between. */
    ModelAndView stale();
  }

  private final Receipts receipts;

  Saving(Receipts receipts) {
    this.receipts = receipts;
  }

  /** Does the act and leads to where it says, or draws the form again. */
  ModelAndView save(Typed typed, Again again, Supplier<String> act) {
    if (typed.errors().any()) {
      return status(again.wrong(typed.errors()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      return to(receipts.once(typed.requestId(), act));
    } catch (Refused no) {
      if (no.code().equals(Stale.CODE)) {
        return status(again.stale(), HttpStatus.CONFLICT);
      }
      String field = no.field().orElseThrow(() -> no);
      Errors errors = Errors.NONE.and(field, no.sentence());
      return status(again.wrong(errors), HttpStatus.valueOf(no.kind().status()));
    } catch (DataIntegrityViolationException forged) {
      throw Refused.notFound("directory.other_clinic");
    }
  }

  /** An act that has no fields of its own: a button. */
  ModelAndView act(Typed typed, Supplier<String> act) {
    return to(receipts.once(typed.requestId(), act));
  }

  private static ModelAndView to(String location) {
    RedirectView redirect = new RedirectView(location);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(redirect);
  }

  private static ModelAndView status(ModelAndView view, HttpStatus status) {
    view.setStatus(status);
    return view;
  }
}
