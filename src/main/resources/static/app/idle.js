// The screen is covered when nobody was there: facts are hidden, nothing typed is lost.
import { post } from "./ask.js";
import { say } from "./toasts.js";

const minutes = Number(document.body.dataset.idleMinutes ?? 0);
const dialog = document.getElementById("lock");
const WARN = 30_000;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("malasakit.idle") : undefined;
let last = Date.now();
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
    location.reload(); // the session is over; the draft waits behind the sign-in
    return;
  }
  refused.hidden = Boolean(answer?.ok);
  field.value = "";
  field.focus();
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
    if (left <= 0) lock();
    else if (left <= WARN && !warning) warning = say(dialog.dataset.warnWord);
  }, 1000);
}
if (dialog) {
  tabs?.addEventListener("message", ({ data }) => {
    if (data === "active" && !dialog.open) last = Date.now();
    if (data === "lock") cover();
    if (data === "unlock" && dialog.open) uncover();
  });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.addEventListener("submit", (event) => {
    if (event.target.id === "lock-form") {
      event.preventDefault();
      unlock(event.target);
    } else if (event.target.getAttribute("action") === "/lock") {
      event.preventDefault();
      lock();
    }
  }, true);
}
