// Short messages below: undo with its time, and what went wrong on the way.
import { whenShown } from "./ask.js";

const box = document.getElementById("toasts");

export function say(words, kind = "", link = undefined) {
  if (!box) return undefined;
  const toast = document.createElement("div");
  toast.className = `toast ${kind}`.trim();
  const text = document.createElement("span");
  text.textContent = words;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-quiet";
  close.textContent = box.dataset.wordClose;
  close.addEventListener("click", () => toast.remove());
  toast.append(text, ...(link ? [link] : []), close);
  box.append(toast);
  return toast;
}

// The page stays: she signs in beside it and saves again.
let goneToast;
export function signedOut(words) {
  const link = document.createElement("a");
  link.href = "/sign-in";
  link.target = "_blank";
  link.rel = "noopener";
  link.className = "button";
  link.textContent = box?.dataset.wordSignIn;
  goneToast?.remove();
  goneToast = say(words, "toast-harm", link);
}

let lineToast;
export function lineLost() {
  if (!lineToast?.isConnected) lineToast = say(box?.dataset.wordLine, "toast-harm");
}
export function lineBack() {
  lineToast?.remove();
}

document.addEventListener("htmx:responseError", (event) => {
  const answer = event.detail.xhr;
  if (answer.status === 401) signedOut(box.dataset.wordGone);
  if (answer.status < 500) return;
  const incident = answer.getResponseHeader("X-Incident");
  const number = incident ? ` ${box.dataset.wordIncident} ${incident}` : "";
  say(box.getAttribute("data-word-5xx") + number, "toast-harm");
});
document.addEventListener("htmx:sendError", lineLost);
document.addEventListener("htmx:timeout", lineLost);
document.addEventListener("htmx:afterOnLoad", lineBack);

function countDown(toast) {
  const until = performance.now() + Number(toast.dataset.seconds) * 1000;
  const bar = toast.querySelector("progress");
  const timer = setInterval(() => {
    const left = (until - performance.now()) / 1000;
    if (bar) bar.value = Math.max(0, left);
    if (left > 0 && toast.isConnected) return;
    clearInterval(timer);
    toast.remove();
  }, 250);
}
whenShown((root) => {
  const found = [...(root.querySelectorAll?.("[data-toast]") ?? [])];
  if (root.matches?.("[data-toast]")) found.push(root);
  found.filter((t) => !t.dataset.counting).forEach((toast) => {
    toast.dataset.counting = "yes";
    countDown(toast);
  });
});
