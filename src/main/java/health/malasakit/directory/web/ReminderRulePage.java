package health.malasakit.directory.web;

import java.util.List;

/** Whether and when a clinic tells of visits, and which of its sites say something of their own. */
public record ReminderRulePage(FormPage form, List<ListPage.Line> sites, Foot foot) {}
