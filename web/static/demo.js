// The trial page: choosing a department or a role opens it at once; pushing the clock keeps the chats open.
"use strict";

document.querySelector(".choose select").addEventListener("change", (event) => event.target.form.requestSubmit());

for (const tab of document.querySelectorAll(".tabs a")) {
  tab.addEventListener("click", () => {
    document.querySelector(".tabs [aria-current]").removeAttribute("aria-current");
    tab.setAttribute("aria-current", "true");
  });
}

document.querySelector(".clock")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("#now").replaceWith(page.querySelector("#now"));
  } finally {
    form.ariaBusy = "false";
  }
});
