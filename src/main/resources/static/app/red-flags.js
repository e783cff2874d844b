// What the caller says narrows the list in the page: it is sent nowhere. Folded as FoldedWords does on the server.
import { whenShown } from "./ask.js";

const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}+|['’‘`´ʼʻ′＇]/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const begins = (own, typed) => typed.every((word) => own.some((each) => each.startsWith(word)));

function narrow(field) {
  const list = document.getElementById(field.dataset.finds);
  const typed = fold(field.value).split(" ").filter(Boolean);
  let any = false;
  for (const line of list.querySelectorAll("[data-found]")) {
    line.hidden = !begins(line.dataset.found.split(" "), typed);
    any ||= !line.hidden;
  }
  for (const group of list.querySelectorAll("[data-found-group]")) {
    group.hidden = !group.querySelector("[data-found]:not([hidden])");
  }
  list.querySelector("[data-found-none]").hidden = any;
}

document.addEventListener("input", (event) => {
  if (event.target.dataset?.finds) narrow(event.target);
});

// Enter opens the first that is left.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || !field.dataset?.finds) return;
  event.preventDefault();
  document.getElementById(field.dataset.finds).querySelector("[data-found]:not([hidden]) :is(a, button)")?.click();
});

whenShown((root) => {
  for (const field of root.querySelectorAll?.("[data-finds]") ?? []) {
    field.form.querySelector("button").hidden = true;
    if (field.value) narrow(field);
  }
});
