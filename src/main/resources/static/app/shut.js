// What a clinic has switched off for the country a person works from: copying facts off the page.
import { isTyping } from "./ask.js";

const shut = (document.body.dataset.shut ?? "").split(" ");
if (shut.includes("copy")) {
  for (const way of ["copy", "cut", "dragstart"]) {
    document.addEventListener(way, (event) => {
      if (!isTyping(document.activeElement)) event.preventDefault();
    });
  }
}
