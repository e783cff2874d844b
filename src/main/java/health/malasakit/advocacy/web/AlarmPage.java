package health.malasakit.advocacy.web;

/**
 * What floats while complaints call for somebody.
 *
 * @param topics what it listens for; empty for whoever sees to none
 * @param waiting how many
 * @param clinic of the one that waits longest
 * @param href its address
 */
public record AlarmPage(String topics, int waiting, String clinic, String href) {
  static final AlarmPage NOTHING = new AlarmPage("", 0, "", "");
}
