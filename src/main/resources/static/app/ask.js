// Requests beside htmx: with the token, and marked as not being a person's activity.
const csrf = document.querySelector('meta[name="csrf"]');

export function headers(more = {}) {
  return csrf?.content ? { [csrf.dataset.header]: csrf.content, ...more } : more;
}

/** After she signed in again in another tab: the page goes on with the new word, when it is still hers. */
export async function renewed() {
  const answer = await ask("GET", "/you").catch(() => undefined);
  if (answer?.status !== 200) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const whose = document.body.dataset.whose;
  const word = page.querySelector('meta[name="csrf"]')?.content;
  if (!whose || !word || page.body.dataset.whose !== whose) return false;
  csrf.content = word;
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = word;
  return true;
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
