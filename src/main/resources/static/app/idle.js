// The screen is covered when nobody was there: facts are hidden, nothing typed is lost.
import { PASSIVE, post } from "./ask.js";
import { toSignIn } from "./leave.js";
import { ask } from "./passkeys.js";
import { say } from "./toasts.js";

const minutes = Number(document.body.dataset.idleMinutes ?? 0);
const dialog = document.getElementById("lock");
const WARN = 30_000;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("malasakit.idle") : undefined;
const SEEN = 120_000;
let last = Date.now();
let seen = last;
let told = 0;
let warning;
let title = "";
let refused;

function active() {
  if (dialog?.open) return;
  last = Date.now();
  warning?.remove();
  warning = undefined;
  if (last - told > 1000) {
    told = last;
    tabs?.postMessage("active");
  }
}

const covered = () => ["work", "main"].map((id) => document.getElementById(id)).filter(Boolean);
function cover() {
  if (!dialog || dialog.open) return;
  title = document.title;
  document.title = document.title.split(" - ").at(-1);
  document.body.classList.add("covered");
  covered().forEach((part) => (part.inert = true));
  warning?.remove();
  dialog.showModal();
  dialog.querySelector("[type='password']").focus();
  offerKey();
}
// A key opens with one touch; it is asked only when she has one.
async function offerKey() {
  const form = document.getElementById("lock-key");
  const answer = await fetch("/unlock/key", { headers: PASSIVE }).catch(() => undefined);
  const asked = answer?.ok ? await answer.json() : { keys: "" };
  if (!form || !asked.keys) return;
  Object.assign(form.dataset, asked);
  form.elements.answer.value = "";
  form.hidden = false;
}
export function lock() {
  cover();
  tabs?.postMessage("lock");
  post("/lock", new URLSearchParams(), { passive: true }).catch(() => undefined);
}
function uncover() {
  document.title = title || document.title;
  document.body.classList.remove("covered");
  covered().forEach((part) => (part.inert = false));
  dialog.close();
  last = Date.now();
}

async function unlock(form) {
  const field = form.querySelector("[type='password']");
  const answer = await post(form.action, new URLSearchParams(new FormData(form))).catch(() => undefined);
  refused = document.getElementById("lock-error");
  if (answer?.status === 401 || answer?.type === "opaqueredirect") {
    toSignIn(); // the session is over; the draft waits behind the sign-in
    return;
  }
  refused.hidden = Boolean(answer?.ok);
  if (field) {
    field.value = "";
    field.focus();
  } else if (!answer?.ok) offerKey();
  if (!answer?.ok) return;
  uncover();
  tabs?.postMessage("unlock");
}

if (dialog && minutes > 0) {
  for (const kind of ["keydown", "pointerdown", "pointermove"]) {
    addEventListener(kind, active, { passive: true, capture: true });
  }
  setInterval(() => {
    if (dialog.open) return;
    const left = last + minutes * 60_000 - Date.now();
    if (left <= WARN && left > 0 && !warning) warning = say(dialog.dataset.warnWord);
    if (left <= 0) lock();
    else if (last > seen && Date.now() - seen > SEEN) {
      seen = Date.now(); // she types without sending anything: the server's clock must know
      post("/active", new URLSearchParams()).catch(() => undefined);
    }
  }, 1000);
}
if (dialog) {
  tabs?.addEventListener("message", ({ data }) => {
    if (data === "active" && !dialog.open) last = Date.now();
    if (data === "lock") cover();
    if (data === "unlock" && dialog.open) uncover();
  });
  document.addEventListener("locked", cover);
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.addEventListener("submit", (event) => {
    if (event.target.id === "lock-key") {
      event.preventDefault();
      const form = event.target;
      ask(form).then(() => unlock(form)).catch(() => offerKey());
    } else if (event.target.id === "lock-form") {
      event.preventDefault();
      unlock(event.target);
    } else if (event.target.getAttribute("action") === "/lock") {
      event.preventDefault();
      lock();
    }
  }, true);
}
