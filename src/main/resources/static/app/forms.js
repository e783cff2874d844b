// A form is sent once; dialogs open and close by attribute.
import { headers, whenShown } from "./ask.js";

const submits = (form) =>
  [...form.elements].filter((e) => e.matches("button:not([type='button']), input[type='submit']"));

function hold(form) {
  form.dataset.sending = "yes";
  form.setAttribute("aria-busy", "true");
  submits(form).forEach((button) => (button.disabled = true));
}

function release(form) {
  delete form.dataset.sending;
  form.removeAttribute("aria-busy");
  submits(form).forEach((button) => (button.disabled = false));
}

const byHtmx = (form) => form.matches("[hx-post], [hx-get], [hx-put], [hx-delete], [hx-boost] *");

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || byHtmx(form) || event.defaultPrevented) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  // After the browser took the values: a disabled button would not be sent.
  form.dataset.sending = "yes";
  setTimeout(() => hold(form));
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));

// Of what sends it. A part of a form that asks for something beside it, such as look-alikes, keeps nobody from sending.
const formOf = (element) =>
  element.matches("form") ? element : element.matches("button, input[type='submit']") && element.closest("form");
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = formOf(event.detail.elt);
  if (!form || event.detail.requestConfig.verb === "get") return;
  if (form.dataset.sending) event.preventDefault();
  else hold(form);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = formOf(event.detail.elt);
  if (form) release(form);
});
document.addEventListener("htmx:configRequest", (event) => {
  Object.assign(event.detail.headers, headers());
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) {
    opener.closest("details")?.removeAttribute("open");
    const dialog = document.getElementById(opener.dataset.open);
    // Opened by its key, the button has no focus yet; it is where the focus returns to.
    opener.focus();
    dialog?.dispatchEvent(new Event("opening"));
    dialog?.showModal();
  }
  event.target.closest("[data-close]")?.closest("dialog")?.close();
  if (event.target.closest("[data-print]")) print();
  const copied = event.target.closest("[data-copy]");
  if (copied) navigator.clipboard?.writeText(copied.dataset.copy);
  document.querySelectorAll("details.drop[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

whenShown((root) => root.querySelector?.("[data-focus]")?.focus());
