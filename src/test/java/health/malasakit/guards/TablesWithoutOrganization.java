package health.malasakit.guards;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Tables that belong to no organization, each with the reason. Every other table is a business
 * table.
 */
final class TablesWithoutOrganization {

  static final Map<String, String> REASONS =
      Map.ofEntries(
          entry("access.account", "a person works for several organizations"),
          entry("access.authenticator_app", "a second factor of a person"),
          entry("access.recovery_code", "a second factor of a person"),
          entry("access.passkey", "a second factor of a person"),
          entry("access.staff_profile", "a person's own phone and address, wherever she works"),
          entry("access.staff_profile_said", "what she said of herself before, wherever she works"),
          entry("access.one_time_link", "leads in before anybody is known; hashed"),
          entry("access.sign_in_attempt", "counted before anybody is known"),
          entry("access.findable", "which table holds which kind of thing; filled by migrations"),
          entry("access.web_session", "a session serves all of a person's organizations"),
          entry("access.web_session_attributes", "part of the session"),
          entry("access.receipt", "answers of one person's forms, ids only"),
          entry("patients.search", "what one person searches for; her own policy, an hour long"),
          entry(
              "inquiries.telephone_system", "a switch serves several clinics; its lines say which"),
          entry("inquiries.telephone_seat", "at which telephone a person sits, wherever she works"),
          entry("inquiries.seat_lost", "what one person has yet to read of her own seat"),
          entry("inquiries.early_event", "told before the call, so nobody knows whose; kept a day"),
          entry(
              "inquiries.early_voicemail",
              "sound of a call that is yet to ring; seen by its telephone system alone, for a day"),
          entry("inquiries.availability", "whether a person takes calls, wherever she works"),
          entry("inquiries.set_aside", "a person books nothing at any clinic meanwhile; ids only"),
          entry("messaging.restored", "when the whole installation came out of a backup"),
          entry("workqueue.draft", "what one person is typing; her own policy"),
          entry("kernel.event_publication", "the outbox; the event carries its organization"),
          entry("kernel.event_publication_archive", "the outbox, done"),
          entry("kernel.scheduled_tasks", "timed work of the installation"),
          entry("kernel.incident", "what the machine gave up on; ids and names of code only"));

  /** Keys that are one for all organizations by their nature. */
  static final Map<String, String> GLOBAL_KEYS =
      Map.of(
          "access.organization.organization_slug_key", "a slug names one organization of all",
          "directory.clinic_number.clinic_number_e164_key", "a number rings at one clinic only",
          "messaging.text_line.text_line_number_key", "what is texted to a number is one clinic's",
          "inquiries.call.call_system_id_outside_id_key",
              "a switch names a call before it has a clinic");

  /** Functions that look across organizations, because no scope exists yet; each gives ids only. */
  static final Map<String, String> DEFINERS =
      Map.ofEntries(
          Map.entry(
              "access.memberships_of", "what a person may do, before her scope is made of it"),
          Map.entry(
              "access.organization_by_slug", "the organization a command or an address names"),
          Map.entry("access.organization_by_dialled_number", "the organization a caller dialled"),
          Map.entry("access.organization_by_text_number", "the organization that is texted to"),
          Map.entry(
              "access.organization_by_former_text_number",
              "the organization that was texted to before"),
          Map.entry("access.call_of_telephone", "whose call a switch means by its own id"),
          Map.entry(
              "access.open_calls_of",
              "which calls people have yet to write up, whatever a route reaches"),
          Map.entry(
              "access.call_that_may_go_on",
              "on which call somebody may still be, whatever a route reaches"),
          Map.entry(
              "access.telephone_clinics",
              "for whom a switch rings, so that one clinic alone does not rule it"),
          Map.entry(
              "access.telephone_system_by_token", "the switch that tells of a call, and for whom"),
          Map.entry(
              "access.owner_of", "whose row was asked for from outside, for the audit of both"),
          Map.entry(
              "access.organizations_with_messages_due", "which have something to tell of visits"),
          Map.entry(
              "access.organizations_with_work",
              "where a kind of work waits, so that a job asks nothing of the others"),
          Map.entry("access.organizations_to_seal", "which have audit lines without a seal"),
          Map.entry("access.organization_ids", "jobs, which then work for one at a time"));

  private TablesWithoutOrganization() {}
}
