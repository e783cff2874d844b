package health.malasakit.access.web;

/**
 * A "no" for the person at the screen.
 *
 * @param status HTTP status
 * @param code stable code for tests and support
 * @param sentence what happened, what is safe, what to do now
 * @param back the page of ours that she came from, or home
 */
public record RefusedPage(int status, String code, String sentence, String back) {}
