// What a clinic has switched off for the country a person works from: copying facts off the page.
import { isTyping } from "./ask.js";
import { say } from "./toasts.js";

const { shut = "", shutCopy } = document.body.dataset;
if (shut.split(" ").includes("copy")) {
  let said;
  for (const way of ["copy", "cut", "dragstart"]) {
    document.addEventListener(way, (event) => {
      // Where the text is taken from decides, not what has the focus: a field holds what she types.
      if (isTyping(event.target)) return;
      event.preventDefault();
      if (!said?.isConnected) said = say(shutCopy);
    });
  }
}
