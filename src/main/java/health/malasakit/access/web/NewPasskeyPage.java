package health.malasakit.access.web;

/**
 * What the browser needs to make a key.
 *
 * @param user the account's id, which the key keeps instead of her name
 * @param name her e-mail, shown by the key's own window
 */
public record NewPasskeyPage(String challenge, String host, String user, String name) {}
