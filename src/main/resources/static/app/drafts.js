// A form with data-draft="key" is kept on the server within a second of typing, never in the browser,
// and filled again when it is shown. data-draft-fresh: what stands there is newer than any draft.
import { ask, post, renewed, whenShown } from "./ask.js";
import { say, signedOut } from "./toasts.js";

const PAUSE = 700;
const AGAIN = 5000;
const SIGNED_OUT = 401;
const OLD_PAGE = 403;
const state = new WeakMap();
const of = (form) => state.get(form) ?? state.set(form, { busy: false, dirty: false }).get(form);
const addressOf = (form) => `/drafts/${encodeURIComponent(form.dataset.draft)}`;
const isOurs = (field) =>
  field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type) && !field.name.startsWith("_");

function values(form) {
  const kept = new URLSearchParams();
  for (const field of form.elements) {
    const off = ["checkbox", "radio"].includes(field.type) && !field.checked;
    if (isOurs(field) && !off && !field.disabled) kept.append(field.name, field.value);
  }
  return kept;
}

function tell(form, word) {
  const place = form.querySelector("[data-draft-state]");
  if (place) place.textContent = place.dataset[word] ?? "";
}

async function keep(form, keepalive = false) {
  const my = of(form);
  if (my.busy && !keepalive) return undefined;
  my.busy = true;
  my.dirty = false;
  const sent = () => post(addressOf(form), values(form), { passive: true, keepalive }).catch(() => undefined);
  let answer = await sent();
  if (answer?.status === OLD_PAGE && !keepalive && (await renewed())) answer = await sent();
  my.busy = false;
  if (answer?.ok) {
    my.kept = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    tell(form, "saved");
  } else {
    my.dirty = true;
    tell(form, "waiting");
  }
  if (my.dirty) later(form, answer?.ok ? PAUSE : AGAIN);
  return answer;
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

// What is not kept yet is kept before it is sent: when the session is over, the text stays here.
document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    const my = of(form);
    clearTimeout(my.timer);
    if (!form.dataset.draft || !my.dirty || my.sending) {
      my.dirty = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const by = event.submitter;
    const answer = await keep(form);
    const words = document.getElementById("toasts")?.dataset ?? {};
    if (answer?.status === SIGNED_OUT) {
      signedOut(my.kept ? words.wordGoneKept?.replace("{0}", my.kept) : words.wordGone);
      return;
    }
    if (answer?.status === OLD_PAGE) {
      say(words.wordOther, "toast-harm");
      return;
    }
    clearTimeout(my.timer);
    my.dirty = false;
    my.sending = true;
    form.requestSubmit(by?.form === form ? by : undefined);
    my.sending = false;
  },
  true,
);
addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-draft]")) if (of(form).dirty) keep(form, true);
});

const untouched = (field) =>
  ["checkbox", "radio"].includes(field.type)
    ? field.checked === field.defaultChecked
    : field.matches("select")
      ? ![...field.options].some((o) => o.defaultSelected !== o.selected && o.defaultSelected)
      : field.value === field.defaultValue;

// Nobody saves what she cannot see.
function shown(field) {
  for (let fold = field.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) {
    fold.open = true;
  }
  return true;
}

function fill(form, kept) {
  let filled = false;
  for (const field of form.elements) {
    if (!isOurs(field) || !untouched(field)) continue;
    const typed = kept.getAll(field.name);
    if (["checkbox", "radio"].includes(field.type)) {
      const on = typed.includes(field.value);
      if (on !== field.checked) {
        field.checked = on;
        filled = shown(field);
      }
    } else if (typed.length && typed[0] !== field.value) {
      field.value = typed[0];
      filled = shown(field);
    }
  }
  return filled;
}

function offerAnew(form, at) {
  const place = form.querySelector("[data-draft-state]");
  const words = document.createElement("p");
  words.className = "draft-back";
  words.setAttribute("role", "status");
  const text = document.createElement("span");
  text.textContent = (place?.dataset.restored ?? "").replace("{0}", at);
  const anew = document.createElement("button");
  anew.type = "button";
  anew.className = "button button-quiet";
  anew.textContent = place?.dataset.anew ?? "";
  anew.addEventListener("click", async () => {
    clearTimeout(of(form).timer);
    of(form).dirty = false;
    await ask("DELETE", addressOf(form));
    form.reset();
    tell(form, "");
    words.remove();
    form.dispatchEvent(new Event("restored", { bubbles: true }));
    [...form.elements].find((field) => isOurs(field))?.focus();
  });
  words.append(text, anew);
  form.prepend(words);
}

async function restore(form) {
  const answer = await ask("GET", addressOf(form)).catch(() => undefined);
  if (answer?.status !== 200) return;
  if (!fill(form, new URLSearchParams(await answer.text()))) return;
  of(form).kept = answer.headers.get("Draft-Time") ?? "";
  offerAnew(form, of(form).kept);
  form.dispatchEvent(new Event("restored", { bubbles: true }));
}
whenShown((root) => {
  for (const form of root.querySelectorAll?.("form[data-draft]:not([data-draft-fresh])") ?? []) {
    if (!of(form).asked) {
      of(form).asked = true;
      restore(form);
    }
  }
});
export const isDirty = (form) => of(form).dirty;
