// A form with data-draft="key" is kept on the server within a second of typing, never in the browser.
import { post } from "./ask.js";

const PAUSE = 700;
const AGAIN = 5000;
const state = new WeakMap();
const of = (form) => state.get(form) ?? state.set(form, { busy: false, dirty: false }).get(form);

function values(form) {
  const kept = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const field = form.elements[name];
    const secret = field?.type === "password" || name.startsWith("_") || name === "requestId";
    if (!secret && typeof value === "string") kept.append(name, value);
  }
  return kept;
}

function tell(form, word) {
  const place = form.querySelector("[data-draft-state]");
  if (place) place.textContent = place.dataset[word] ?? "";
}

async function keep(form, keepalive = false) {
  const my = of(form);
  if (my.busy && !keepalive) return;
  my.busy = true;
  my.dirty = false;
  const address = `/drafts/${encodeURIComponent(form.dataset.draft)}`;
  const answer = await post(address, values(form), { passive: true, keepalive }).catch(() => undefined);
  my.busy = false;
  if (answer?.ok) tell(form, "saved");
  else {
    my.dirty = true;
    tell(form, "waiting");
  }
  if (my.dirty) later(form, answer?.ok ? PAUSE : AGAIN);
}

function later(form, pause) {
  clearTimeout(of(form).timer);
  of(form).timer = setTimeout(() => form.isConnected && keep(form), pause);
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.dataset.draft) return;
  of(form).dirty = true;
  later(form, PAUSE);
});
document.addEventListener("submit", (event) => {
  clearTimeout(of(event.target).timer);
  of(event.target).dirty = false;
});
addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-draft]")) if (of(form).dirty) keep(form, true);
});
export const isDirty = (form) => of(form).dirty;
