// A call that the telephone gives her opens by itself, once: what she was typing is kept on the way out.
import { whenShown } from "./ask.js";

let gone = false;
whenShown((root) => {
  const strip = root.matches?.("[data-opens]") ? root : root.querySelector?.("[data-opens]");
  const place = strip?.dataset.opens;
  if (!place || gone || location.pathname === place || document.querySelector("#lock[open]")) return;
  gone = true;
  location.assign(place);
});

// The key of a voicemail plays it and stops it; a click of a hand on it is the browser's own.
document.addEventListener("click", (event) => {
  if (event.isTrusted || !event.target.matches?.("audio.voicemail")) return;
  if (event.target.paused) event.target.play();
  else event.target.pause();
});
