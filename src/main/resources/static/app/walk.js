// Arrow keys walk a list (data-walk) or a grid of columns (data-walk="grid" with data-column inside).
// A grid is one stop of the Tab key: it leads to where she was last, and past all the others.
import { whenShown } from "./ask.js";

const STOPS = "a[href], button:not([disabled])";
const stopsOf = (box) => [...box.querySelectorAll(STOPS)];
const middle = (element) => {
  const at = element.getBoundingClientRect();
  return at.top + Math.min(at.height, 40) / 2;
};

function neighbour(box, from, key) {
  const columns = box.dataset.walk === "grid" ? [...box.querySelectorAll("[data-column]")] : [box];
  const here = columns.findIndex((column) => column.contains(from));
  const stops = stopsOf(columns[here] ?? box);
  const at = stops.indexOf(from);
  if (key === "ArrowDown") return stops[at + 1];
  if (key === "ArrowUp") return stops[at - 1];
  if (key === "Home") return stops[0];
  if (key === "End") return stops.at(-1);
  if (key.startsWith("Page")) return byTheHour(stops, from, key === "PageDown" ? 1 : -1);
  const step = key === "ArrowRight" ? 1 : -1;
  const side = columns.slice(here + step >= 0 ? here + step : columns.length);
  const next = step > 0 ? side.find((c) => stopsOf(c).length) : columns.slice(0, here).findLast((c) => stopsOf(c).length);
  if (!next) return undefined;
  const height = middle(from);
  return stopsOf(next).reduce((best, e) =>
    Math.abs(middle(e) - height) < Math.abs(middle(best) - height) ? e : best);
}

// An hour of the day is twelve rows of five minutes.
function byTheHour(stops, from, way) {
  const step = Number.parseFloat(getComputedStyle(from.parentElement).gridAutoRows) || 10;
  const far = middle(from) + way * step * 12;
  const there = way > 0 ? stops.find((e) => middle(e) >= far) : stops.findLast((e) => middle(e) <= far);
  return there ?? (way > 0 ? stops.at(-1) : stops[0]);
}

// The first stop that is seen: a day of today has been pushed to where it is now.
function firstSeen(grid) {
  const head = grid.querySelector(".day-who")?.getBoundingClientRect().bottom ?? 0;
  const stops = stopsOf(grid.querySelector("[data-column]") ?? grid);
  return stops.find((e) => e.getBoundingClientRect().top >= head) ?? stopsOf(grid)[0];
}

const KEYS = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageDown", "PageUp"];
const LETTERS = { j: "ArrowDown", k: "ArrowUp" };

// A field with data-walk-into="id": arrow down goes to the first stop of that list.
function into(event) {
  const list = event.key === "ArrowDown" && document.getElementById(event.target.dataset?.walkInto ?? "");
  const first = list && stopsOf(list)[0];
  if (!first) return;
  event.preventDefault();
  first.focus();
}

// With nothing in focus the arrows begin in the grid of the page.
function begin(event) {
  const grid = event.key.startsWith("Arrow") && !event.ctrlKey && !event.metaKey && !event.altKey
    && (event.target === document.body ? document.querySelector('[data-walk="grid"]')
      : event.target.matches('[data-walk="grid"]') && event.target);
  const first = grid && firstSeen(grid);
  if (!first) return;
  event.preventDefault();
  first.focus();
}
document.addEventListener("keydown", (event) => {
  into(event);
  begin(event);
  const key = LETTERS[event.key] ?? event.key;
  if (!KEYS.includes(key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = event.target.closest?.("[data-walk]");
  if (!box || !event.target.matches(STOPS)) return;
  if (box.dataset.walk !== "grid" && /Left|Right|Page/.test(key)) return;
  const next = neighbour(box, event.target, key);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
});

// Of a grid Tab reaches one stop.
function onlyStop(grid, kept) {
  for (const stop of stopsOf(grid)) stop.tabIndex = stop === kept ? 0 : -1;
}
document.addEventListener("focusin", (event) => {
  const grid = event.target.closest?.('[data-walk="grid"]');
  if (grid && event.target.matches(STOPS)) onlyStop(grid, event.target);
});
whenShown(() => {
  for (const grid of document.querySelectorAll('[data-walk="grid"]')) {
    const stops = stopsOf(grid);
    onlyStop(grid, stops.find((e) => e === document.activeElement || e.tabIndex === 0) ?? stops[0]);
  }
});
