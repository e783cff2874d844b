package health.malasakit.inquiries.messages.web;

import health.malasakit.ui.Choice;
import java.time.ZoneId;
import java.util.List;

/**
 * The form for a message.
 *
 * @param at where it is sent
 * @param back where it leads to when nothing is sent
 * @param draft key under which what is typed is kept
 * @param zone of the clinic, in which it is wanted by
 * @param about patients whom it can be about
 * @param asksName whether it can be about somebody who is not proven
 * @param roles to whom it can go
 */
public record NewMessagePage(
    String at,
    String back,
    String draft,
    String slug,
    String clinic,
    ZoneId zone,
    List<Choice> about,
    boolean asksName,
    List<Choice> kinds,
    List<Choice> roles,
    MessageForm form) {

  @Override
  public String toString() {
    return "NewMessagePage[" + at + "]";
  }
}
