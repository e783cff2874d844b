package health.malasakit.access.web;

import health.malasakit.ui.Errors;

/** The second step of signing in; app tells whether she has an authenticator app. */
public record FactorPage(boolean app, PasskeyPage passkey, Errors errors) {}
