// htmx notes the address of the page in the session's storage; an address may name a patient's record.
function forget() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("htmx-")) sessionStorage.removeItem(key);
  }
}
for (const event of ["htmx:load", "htmx:pushedIntoHistory", "htmx:replacedInHistory"]) {
  document.addEventListener(event, () => queueMicrotask(forget));
}
addEventListener("pagehide", forget);
forget();
setTimeout(forget);
