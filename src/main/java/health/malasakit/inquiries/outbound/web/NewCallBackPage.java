package health.malasakit.inquiries.outbound.web;

import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;

/**
 * The form of a call to be made.
 *
 * @param path address of the form
 * @param back where nothing is done
 * @param owners who may call; an empty value is anybody of the clinic
 */
public record NewCallBackPage(
    String path,
    String back,
    String clinic,
    ZoneId zone,
    String patient,
    List<Choice> owners,
    NewCallBackForm form) {

  @Override
  public String toString() {
    return "NewCallBackPage";
  }
}
