// What changes elsewhere is read anew here: data-live="topic ..." with data-live-get="address" and an id.
// What the pointer or the focus is on, what holds typed text or is being played, stays until the person asks.
import { PASSIVE, whenShown } from "./ask.js";
import { now } from "./clocks.js";
import { isDirty } from "./drafts.js";
import { toSignIn } from "./leave.js";
import { lineBack, lineLost } from "./toasts.js";

const address = document.body.dataset.liveSource;
const sign = document.getElementById("line-state");
const SETTLE = 120;
let wasLost = false;

function inUse(part) {
  const typed = [...part.querySelectorAll("form[data-draft]")].some(isDirty);
  const plays = [...part.querySelectorAll("audio")].some((sound) => !sound.paused);
  return typed || plays || part.contains(document.activeElement) || part.matches(":hover");
}

const reading = new Set();
const again = new Set();
// The answer may have been made before what is told while it is on its way: then it is asked for once more, of the
// part that has taken its place.
function read({ id }) {
  const part = document.getElementById(id);
  if (!part) return;
  if (reading.has(id)) return void again.add(id);
  reading.add(id);
  part.previousElementSibling?.matches(".new-rows") && part.previousElementSibling.remove();
  delete part.dataset.waiting;
  const over = () => {
    reading.delete(id);
    if (again.delete(id)) changed({ id });
  };
  window.htmx.ajax("GET", part.dataset.liveGet, {
    source: part, target: part, swap: "outerHTML show:none", select: `#${CSS.escape(id)}`, headers: PASSIVE,
  }).then(over, over);
}
// An answer that breaks while it is shown settles nothing: what it was for may be asked again.
for (const broken of ["htmx:onLoadError", "htmx:swapError"]) document.addEventListener(broken, () => reading.clear());

function offer(part) {
  if (part.dataset.waiting) return;
  part.dataset.waiting = "yes";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tag tag-next new-show";
  button.textContent = document.getElementById("new-rows-words")?.dataset.word;
  button.addEventListener("click", () => read(part));
  // A column of the day keeps the room for it in its head: a new column would push the others.
  const head = part.querySelector("[data-live-offer]");
  if (head) return head.append(button);
  const row = document.createElement("div");
  row.className = "new-rows";
  row.append(button);
  part.before(row);
}

const timers = new Map();
function changed({ id }) {
  clearTimeout(timers.get(id));
  timers.set(id, setTimeout(() => {
    timers.delete(id);
    const part = document.getElementById(id);
    if (!part?.dataset.liveGet) return;
    if (!reading.has(id) && inUse(part) && !("liveAlways" in part.dataset)) offer(part);
    else read(part);
  }, SETTLE));
}

const parts = () => [...document.querySelectorAll("[data-live][data-live-get]")];
const told = new Set();
const known = new Set();
// What is brought in after the page may have been made before something that this page has heard since.
whenShown((root) => {
  const part = root.matches?.("[data-live-always]") ? root : undefined;
  if (!part || known.has(part.id)) return;
  known.add(part.id);
  if (part.dataset.live.split(/\s+/).some((t) => told.has(t))) changed(part);
});
function topics(names) {
  names.forEach((name) => told.add(name));
  const news = new Set(names);
  parts().filter((part) => part.dataset.live.split(/\s+/).some((t) => news.has(t))).forEach(changed);
}

// What ends by itself, such as a hold that nobody renews, is read anew a second later.
function ended() {
  for (const one of document.querySelectorAll("[data-live] [data-ends]")) {
    if (now() - Date.parse(one.dataset.ends) < 1000) continue;
    delete one.dataset.ends;
    changed(one.closest("[data-live]"));
  }
}
setInterval(ended, 1000);

// What grows while nothing happens, such as the longest wait, is read anew each minute that it is looked at.
setInterval(() => document.hidden || parts().filter((part) => "liveMinute" in part.dataset).forEach(changed), 60_000);

function lineIs(state) {
  if (sign) {
    sign.dataset.state = state;
    const word = { live: sign.dataset.liveWord, lost: sign.dataset.lostWord }[state];
    if (word) sign.querySelector("span").textContent = word;
  }
  if (state === "live" && wasLost) {
    lineBack();
    parts().forEach(changed);
  } else if (state === "live") {
    // What was told between the page's making and now went by: what must not be missed is read once more.
    parts().filter((part) => "liveAlways" in part.dataset).forEach(changed);
  }
  if (state === "lost" && !wasLost && !navigator.onLine) lineLost();
  wasLost = state === "lost" || (wasLost && state !== "live");
}

// Her session is over: the sign-in takes the page's place. To ask for the page anew would, after a form was
// sent, ask her to send it again and leave codes or patients on the screen. A page that leaves by itself may go first.
const LEAVE = 1500;
function over() {
  setTimeout(toSignIn, LEAVE);
}

function heard({ state, data, over: ended }) {
  if (ended) over();
  if (state) lineIs(state);
  if (data) topics(JSON.parse(data).topics ?? []);
}

function shared() {
  const worker = new SharedWorker(new URL("./live-worker.js", import.meta.url), { name: "malasakit.live" });
  worker.port.onmessage = (event) => heard(event.data);
  worker.port.postMessage({ hello: new URL(address, location.href).href });
  addEventListener("pagehide", () => worker.port.postMessage({ bye: true }));
  addEventListener("pageshow", (e) => e.persisted && worker.port.postMessage({ hello: new URL(address, location.href).href }));
}

function alone() {
  const source = new EventSource(address);
  source.onopen = () => heard({ state: "live" });
  source.onerror = () => heard({ state: "lost" });
  source.onmessage = ({ data }) => heard({ data });
  source.addEventListener("bye", () => {
    source.close();
    over();
  });
}

if (address && sign) {
  if ("SharedWorker" in window) shared();
  else alone();
}
