package health.malasakit.advocacy.web;

import health.malasakit.ui.When;
import java.time.ZoneId;

/**
 * That a complaint was recorded.
 *
 * @param seen whether somebody of the clinic sees to it
 * @param href address of the complaint for who may see it; else empty
 * @param back where she came from; empty for the list
 */
public record ReceiptPage(
    String clinic,
    ZoneId zone,
    String number,
    When at,
    boolean logged,
    boolean seen,
    String href,
    String back) {}
