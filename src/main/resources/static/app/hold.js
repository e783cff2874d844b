// A held time is renewed while its page is open. When the page is left it ends in a moment; a page
// that is only read again renews it before that.
import { post } from "./ask.js";

const EVERY = 60_000;
const hold = document.getElementById("hold");
let keeps = false;

const tell = (what, options) => post(`${hold.dataset.hold}/${what}`, new URLSearchParams(), { passive: true, ...options }).catch(() => undefined);

async function renew() {
  const answer = await tell("renewal");
  if (!answer?.ok) return;
  const until = await answer.text();
  for (const element of hold.querySelectorAll("[data-until]")) element.dataset.until = until;
}

if (hold) {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-keeps-hold]")) keeps = true;
  });
  addEventListener("pageshow", () => {
    keeps = false;
    renew();
  });
  addEventListener("pagehide", () => {
    if (!keeps) tell("leaving", { keepalive: true });
  });
  setInterval(renew, EVERY);
}
