// Clocks tick from the server's time, because the computer on the desk may be wrong.
import { whenShown } from "./ask.js";

const said = document.querySelector('meta[name="server-now"]')?.content;
const ahead = said ? Date.parse(said) - Date.now() : 0;
export const now = () => new Date(Date.now() + ahead);

const language = document.documentElement.lang;
const made = new Map();
function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(language, { timeZone: zone, ...options }));
  return made.get(key);
}

function put(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

function tick() {
  const at = now();
  for (const clock of document.querySelectorAll("[data-zone]")) {
    const zone = clock.dataset.zone;
    put(clock.querySelector("[data-clock-time]"), format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at));
    put(clock.querySelector("[data-clock-day]"), format(zone, { weekday: "short" }).format(at));
  }
  for (const line of document.querySelectorAll("[data-now-line]")) placeLine(line, at);
}

function placeLine(line, at) {
  const rows = line.closest("[data-day-start]");
  const steps = (at - Date.parse(rows.dataset.dayStart)) / 300_000;
  line.hidden = steps < 0 || steps >= Number(rows.dataset.steps);
  if (line.hidden) return;
  line.style.gridRow = String(Math.floor(steps) + 1);
  line.style.marginTop = `calc(var(--step) * ${(steps % 1).toFixed(3)})`;
  put(line.querySelector("[data-now-word]"), line.dataset.zoneOfDay
    ? format(line.dataset.zoneOfDay, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at) : "");
}

// How long ago, in the words in which the server says it (kernel.Moments.relative).
function ages(at) {
  for (const element of document.querySelectorAll("[data-age]")) {
    const minutes = Math.trunc((Date.parse(element.dataset.age) - at) / 60_000);
    const length = Math.abs(minutes);
    const words = length < 60 ? `${length} min` : length < 2880 ? `${Math.floor(length / 60)} h` : `${Math.floor(length / 1440)} d`;
    put(element, length === 0 ? "now" : minutes < 0 ? `${words} ago` : `in ${words}`);
  }
}

// What runs out: data-until on a progress and on the words beside it.
function runDown() {
  for (const element of document.querySelectorAll("[data-until]")) {
    const left = Math.max(0, Math.round((Date.parse(element.dataset.until) - now()) / 1000));
    if (element.matches("progress")) element.value = left;
    else put(element, `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
  }
}

// A day that is today opens where it is now; after that it stays where the person left it.
function beginNow() {
  for (const frame of document.querySelectorAll(".day-frame")) {
    const line = frame.querySelector(".day-hours [data-now-line]");
    if (!line || line.hidden) continue;
    const below = line.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    frame.scrollTop += below - frame.clientHeight / 3;
  }
}

whenShown((root) => {
  tick();
  if (root === document || root.querySelector?.(".day-frame")) beginNow();
  runDown();
});
setInterval(() => {
  runDown();
  ages(now());
  if (now().getSeconds() === 0) tick();
}, 1000);
document.addEventListener("visibilitychange", tick);
