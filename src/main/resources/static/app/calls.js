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

// Who waits is said once to whoever listens instead of looking, and counted in the title for whoever looks elsewhere.
const said = document.createElement("p");
said.className = "unseen";
said.setAttribute("role", "status");
document.body.append(said);
let before = "";
whenShown((root) => {
  const strip = document.getElementById("calls-strip");
  if (!strip) return;
  const waits = Number(strip.dataset.rings ?? 0);
  document.title = (waits ? `(${waits}) ` : "") + document.title.replace(/^\(\d+\) /, "");
  if (root !== strip) return; // another part may be shown between the strip's coming and its own turn
  const words = waits ? strip.querySelector("p").textContent : "";
  if (words !== before) said.textContent = words;
  before = words;
});

// The key of a voicemail plays it and stops it; a click of a hand on it is the browser's own.
document.addEventListener("click", (event) => {
  if (event.isTrusted || !event.target.matches?.("audio.voicemail")) return;
  if (event.target.paused) event.target.play();
  else event.target.pause();
});
