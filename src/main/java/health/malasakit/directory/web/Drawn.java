package health.malasakit.directory.web;

import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form before anything is typed into it.
 *
 * @param stands what the database says now, by field
 * @param version of what stands; 0 for something new
 */
record Drawn(
    HeadPage head,
    Title title,
    String action,
    Sheet sheet,
    Map<String, List<String>> stands,
    long version) {

  /** The words over the form and on its button. */
  record Title(String title, String under, String save) {}

  FormPage fresh() {
    return page(sheet.with(stands), version, Errors.NONE, List.of());
  }

  FormPage wrong(Typed typed, Errors errors) {
    return page(sheet.with(typed), typed.version(), errors, List.of());
  }

  /** Saving again from here is done knowingly: it carries the version that now stands. */
  FormPage stale(Typed typed) {
    return page(sheet.with(typed), version, Errors.NONE, sheet.differences(stands, typed));
  }

  /** How saving shows this form again, on some page. */
  Saving.Again again(Typed typed, Function<FormPage, ModelAndView> view) {
    return new Saving.Again() {
      @Override
      public ModelAndView wrong(Errors errors) {
        return view.apply(Drawn.this.wrong(typed, errors));
      }

      @Override
      public ModelAndView stale() {
        return view.apply(Drawn.this.stale(typed));
      }
    };
  }

  private FormPage page(
      List<FormPage.Field> fields,
      long seen,
      Errors errors,
      List<FormPage.Difference> differences) {
    return new FormPage(
        head,
        title.title(),
        title.under(),
        action,
        seen,
        title.save(),
        fields,
        errors,
        differences,
        List.of());
  }
}
