// Her session is over. After signing in she is back on a page that she read; one that answered a form is not asked for again.
export function toSignIn() {
  const back = document.querySelector("main")?.dataset.read ? location.pathname + location.search : "";
  location.replace("/sign-in?said=out" + (back && "&next=" + encodeURIComponent(back)));
}
