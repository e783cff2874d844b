package health.malasakit.access;

import health.malasakit.kernel.OrganizationId;

/**
 * A clinic, hospital or practice that people work for.
 *
 * @param slug short name in addresses and commands
 * @param state two letters of the state or territory whose law applies by default
 */
public record Organization(OrganizationId id, String slug, String name, String state) {}
