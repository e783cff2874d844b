/** Drives the pages in a real browser. */
package health.malasakit.browser;
