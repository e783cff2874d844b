// Every act has a key: data-key="n", data-key="g h" or data-key="F9" on the link, button or field itself.
import { isTyping } from "./ask.js";

const WAIT_FOR_SECOND_KEY = 1200;
const sheet = document.getElementById("keys");
const choice = "malasakit.keys";
let first = "";
let timer;

// What stands in a closed menu has its key all the same: the lock above all, and what is behind "More" on a phone.
const within = (element) =>
  element.checkVisibility?.({ visibilityProperty: true }) !== false || element.closest("details.drop, [popover]");
const usable = (element) =>
  within(element)
  && !element.disabled && !element.closest("[inert]");
const top = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
const heldIn = (place) => [...place.querySelectorAll("[data-key]:not([data-key=''])")].filter(usable);
const holders = () => heldIn(top());
// A red flag does not wait for a question to be answered; only the lock stays shut. The page knows which caller is before her.
const flag = '[data-key="F9"]';
const anywhere = (key) => key === "F9" && top().id !== "lock"
  && (document.querySelector(`main ${flag}`) ?? document.querySelector(flag));
// What a line of a list does by itself (data-line, data-line-key) goes before what the page does by the same key.
const line = () => document.activeElement?.closest?.("[data-line]");
const ofLine = () => [...(line()?.querySelectorAll("[data-line-key]") ?? [])].filter(usable);
const lettersOn = () => localStorage.getItem(choice) !== "off";

function act(element) {
  if (isTyping(element)) {
    element.focus();
    element.select?.();
  } else {
    element.focus();
    element.click();
    if (element.matches("details[open] > summary")) firstField(element.parentElement)?.focus();
  }
}
// What a key unfolds is filled in next.
const firstField = (fold) => [...fold.querySelectorAll("input:not([type='hidden']), select, textarea")].find(usable);

function closeTopmost(event) {
  const open = [...document.querySelectorAll("dialog[open]")].at(-1);
  if (open || document.querySelector(":popover-open")) return; // the browser closes it and keeps what was typed
  const menu = document.querySelector("details.drop[open]");
  const panel = document.getElementById("panel");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (isTyping(document.activeElement)) {
    event.preventDefault(); // a search field would empty itself
    document.activeElement.blur();
  } else if (panel?.childElementCount && !panel.hidden) {
    panel.hidden = true;
    document.getElementById("main")?.focus();
  }
}
// What drops down closes when the focus goes on elsewhere.
document.addEventListener("focusin", (event) => {
  for (const menu of document.querySelectorAll("details.drop[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id === "panel") event.detail.target.hidden = false;
});

function pressed(key) {
  const mine = first ? undefined : ofLine().find((e) => e.dataset.lineKey === key);
  if (mine) return mine;
  const both = first ? `${first} ${key}` : key;
  const found = anywhere(key) || holders().find((e) => e.dataset.key === both || e.dataset.key === key);
  const begins = holders().some((e) => e.dataset.key.startsWith(`${key} `));
  clearTimeout(timer);
  first = !found && begins ? key : "";
  timer = setTimeout(() => (first = ""), WAIT_FOR_SECOND_KEY);
  return found;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Escape") return closeTopmost(event);
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (top() === document) act(document.getElementById("finder"));
    return;
  }
  const letter = event.key.length === 1;
  if (event.ctrlKey || event.metaKey || event.altKey || (letter && isTyping(event.target))) return;
  if (letter && !lettersOn()) return;
  if (event.key === "?" && sheet && top() === document) return show(event);
  if (!letter && !/^F\d+$/.test(event.key)) return;
  const found = pressed(event.key);
  if (found) {
    event.preventDefault();
    if (found.dataset.lineKey) found.click(); // the focus stays on its line
    else act(found);
  }
});

function entry(words, keys) {
  const dt = document.createElement("dt");
  const dd = document.createElement("dd");
  dt.textContent = words;
  for (const key of keys.split(" ")) {
    const kbd = document.createElement("kbd");
    kbd.textContent = key;
    dd.append(kbd, " ");
  }
  return [dt, dd];
}

function fill() {
  const list = sheet.querySelector("[data-key-list]");
  const words = (e) => e.dataset.keyLabel || e.getAttribute("aria-label") || e.title || e.textContent.trim();
  const seen = new Map();
  for (const e of [...ofLine(), ...[...document.querySelectorAll("[data-key]:not([data-key=''])")].filter(usable)]) {
    const key = e.dataset.lineKey ?? e.dataset.key;
    if (!seen.has(key)) seen.set(key, words(e));
  }
  list.replaceChildren(
    ...entry(list.dataset.wordFind, "Ctrl K"), ...[...seen].flatMap(([key, label]) => entry(label, key)),
    ...entry(list.dataset.wordHelp, "?"), ...entry(list.dataset.wordClose, "Esc"));
}

function show(event) {
  event.preventDefault();
  fill();
  sheet.showModal();
}
if (sheet) {
  // A page may be driven by voice: then single letters must be quiet (WCAG 2.1.4).
  const off = sheet.querySelector("[data-keys-off]");
  off.checked = !lettersOn();
  off.addEventListener("change", () => localStorage.setItem(choice, off.checked ? "off" : "on"));
  sheet.addEventListener("opening", fill);
}
