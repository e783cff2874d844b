package health.malasakit.access.web;

import health.malasakit.ui.Errors;

/**
 * The sign-in page.
 *
 * @param next where to go afterwards, a path of ours
 * @param whose the tag of whose page that is, empty when it is nobody's
 * @param notice key of a sentence over the form, empty when there is none
 */
public record SignInPage(String next, String whose, String email, String notice, Errors errors) {}
