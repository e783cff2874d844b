// Asks a passkey or security key, and sends its answer with the form (WebAuthn).
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const known = (form) =>
  (form.dataset.keys ?? "").split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));

function wanted(form) {
  const challenge = bytes(form.dataset.challenge);
  if (form.dataset.passkey === "get") {
    return { challenge, rpId: form.dataset.host, allowCredentials: known(form), userVerification: "preferred" };
  }
  return {
    challenge,
    rp: { id: form.dataset.host, name: "Malasakit" },
    user: { id: new TextEncoder().encode(form.dataset.user), name: form.dataset.name, displayName: form.dataset.name },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: known(form),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
    attestation: "none",
  };
}

export async function ask(form) {
  const answer = await navigator.credentials[form.dataset.passkey]({ publicKey: wanted(form) });
  form.elements.credential.value = answer.id;
  form.elements.answer.value = JSON.stringify(answer.toJSON());
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.passkey || form.id === "lock-key" || form.elements.answer.value) return;
  event.preventDefault();
  const trouble = form.querySelector("[data-passkey-trouble]");
  try {
    await ask(form);
    form.submit();
  } catch {
    if (trouble) trouble.hidden = false;
  }
}, true);
