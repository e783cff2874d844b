package health.malasakit.browser.desk;

import java.util.Set;

/**
 * Pages to which no link of a quiet clinic leads: parts of others, steps of signing in, and what is
 * there only while a call, a message, a complaint or a mix-up is. Those are looked at in tests of
 * their own.
 */
final class PagesWithoutLink {

  static final Set<String> ALL =
      Set.of(
          "/live",
          "/calls/strip",
          "/calls/missed",
          "/calls/{organization}/{id}",
          "/unlock/key",
          "/drafts/{key}",
          "/promises/due",
          "/sign-in",
          "/sign-in/enrol",
          "/sign-in/factor",
          "/sign-in/place",
          "/first/{word}",
          "/password/{word}",
          "/api/appointments/{id}",
          "/booking/{id}",
          "/red-flags/strip",
          "/emergencies/{slug}/{id}",
          "/searches/{search}",
          "/promises/{clinic}/{id}",
          "/patients/{clinic}/{patient}/coverage/{id}",
          "/patients/{clinic}/{patient}/payment",
          "/clinics/{slug}/transfers/{id}",
          "/clinics/{slug}/notices/{id}",
          "/calls/to-call/{id}",
          "/calls/voicemail",
          "/calls/written",
          "/calls/voicemail/{organization}/{id}",
          "/calls/voicemail/{organization}/{id}/audio",
          "/calls/voicemail/{organization}/{id}/message",
          "/calls/{organization}/{id}/interpreter",
          "/calls/{organization}/{id}/message",
          "/complaints/alarm",
          "/complaints/{organization}/{id}",
          "/complaints/{organization}/{id}/receipt",
          "/texts/alarm",
          "/texts/{organization}/{id}",
          "/messages/{organization}/{id}",
          "/messages/{organization}/{id}/danger",
          "/mixups/{organization}/{id}",
          "/mixups/{organization}/{id}/call");

  private PagesWithoutLink() {}
}
