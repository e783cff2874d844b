// Requests beside htmx: with the token, and marked as not being a person's activity.
const csrf = document.querySelector('meta[name="csrf"]');

export function headers(more = {}) {
  return csrf?.content ? { [csrf.dataset.header]: csrf.content, ...more } : more;
}

export const PASSIVE = { "X-Passive": "true" };

export function post(url, body, options = {}) {
  return fetch(url, {
    method: "POST",
    body,
    credentials: "same-origin",
    redirect: "manual",
    headers: headers(options.passive ? PASSIVE : {}),
    keepalive: options.keepalive ?? false,
  });
}

/** Any other method, marked as not being a person's activity. */
export const ask = (method, url) =>
  fetch(url, { method, credentials: "same-origin", redirect: "manual", headers: headers(PASSIVE) });

/** True where a key is a letter of a text and not a command. */
export function isTyping(element) {
  if (!element?.closest) return false;
  const plain = ["checkbox", "radio", "button", "submit", "range"];
  if (element.matches("input")) return !plain.includes(element.type);
  return element.matches("textarea, select, [contenteditable='true']");
}

/** Runs now and for everything that htmx brings later. */
export function whenShown(setUp) {
  setUp(document);
  document.addEventListener("htmx:load", (event) => setUp(event.target));
}
