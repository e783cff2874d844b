package health.malasakit.access.web;

import health.malasakit.ui.Errors;

/**
 * Choosing a second factor for the first time.
 *
 * @param secret the QR code's secret in base 32, for typing by hand
 */
public record EnrolPage(QrCodePage code, String secret, NewPasskeyPage passkey, Errors errors) {}
