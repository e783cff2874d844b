package health.malasakit.inquiries.texts.web;

/**
 * What floats over every page while a text tells of danger and nobody has it.
 *
 * @param waiting how many there are
 * @param clinic of the oldest
 * @param href its page
 */
record AlarmPage(String topics, int waiting, String clinic, String href) {}
