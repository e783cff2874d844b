// A held time is renewed while its page is open, and given back when the page is left.
import { post } from "./ask.js";

const EVERY = 60_000;
const hold = document.getElementById("hold");
let keeps = false;

async function renew() {
  const answer = await post(`${hold.dataset.hold}/renewal`, new URLSearchParams(), { passive: true }).catch(() => undefined);
  if (!answer?.ok) return;
  const until = await answer.text();
  for (const element of hold.querySelectorAll("[data-until]")) element.dataset.until = until;
}

if (hold) {
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-keeps-hold]")) keeps = true;
  });
  addEventListener("pagehide", () => {
    if (!keeps) post(hold.dataset.release, new URLSearchParams(), { passive: true, keepalive: true }).catch(() => undefined);
  });
  setInterval(renew, EVERY);
}
