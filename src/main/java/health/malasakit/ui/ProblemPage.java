package health.malasakit.ui;

/**
 * What a person reads when something could not be shown or done.
 *
 * @param title what happened, in one sentence
 * @param safe what is kept, or what did not happen
 * @param next what to do now
 * @param incident number to read out on the phone, empty when there is nothing to look up
 */
public record ProblemPage(String title, String safe, String next, String incident) {}
