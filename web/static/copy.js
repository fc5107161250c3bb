// Copies the private link; the button shows only where the browser can.
"use strict";

const button = document.querySelector("#copy");
const address = document.querySelector("#address");
button.hidden = false;
button.addEventListener("click", async () => {
  address.select();
  await navigator.clipboard?.writeText(address.value).catch(() => {});
  if (!navigator.clipboard) document.execCommand("copy");
  button.textContent = button.dataset.copied;
});
