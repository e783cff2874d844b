// Her session is over. After signing in she is back on a page that she read, and nobody else is: the tag says whose
// it was. One that answered a form is not asked for again.
export function toSignIn() {
  const back = document.querySelector("main")?.dataset.read ? location.pathname + location.search : "";
  const whose = document.body.dataset.whose ?? "";
  location.replace(`/sign-in?said=out${back && `&next=${encodeURIComponent(back)}&whose=${encodeURIComponent(whose)}`}`);
}
