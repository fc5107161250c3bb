// The chat page: sending without reload, answering and correcting, files. Uses what chat.js has defined.
"use strict";

const composer = $("#compose");
const field = composer.elements;
const said = composer.dataset;
const MOST_FILES = 10;

const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

// Sending. The id of a form changes only after it arrived, so sending again after a failure does its work once.

async function send(form, body) {
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const news = await answer.json();
    toast(news.toast);
    if (!answer.ok) return false;
    if ("writing" in news) remember(news.writing);
  } catch {
    toast(said.notSent);
    return false;
  }
  form.elements.id.value = newId();
  if (source?.readyState !== EventSource.OPEN) location.reload();
  return true;
}

let tapping = null; // what a button asks for is known before what is written for it leaves

async function post() {
  await tapping;
  if (composer.ariaBusy === "true" || !(field.text.value.trim() || field.files.files.length)) return;
  composer.ariaBusy = "true";
  hush(); // what was asked for is being answered
  if (await send(composer, new FormData(composer))) {
    composer.reset();
    free();
    setFiles([]);
    stream.scrollTop = 0;
  }
  composer.ariaBusy = "false";
  field.text.focus();
}

async function tap(form, button) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  button.classList.add("waiting");
  tapped.add(form.elements.id.value);
  if ((await send(form, new FormData(form, button))) && chip.dataset.wanted) free();
  button.classList.remove("waiting");
  form.ariaBusy = "false";
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!messages.dataset.live || form.target) {
    if (form.ariaBusy === "true") event.preventDefault();
    form.ariaBusy = "true"; // a first visit posts and reloads; a second click must not begin twice
    return;
  }
  if (form === composer || form.matches(".buttons, .command")) event.preventDefault();
  if (form === composer) post();
  else if (form.matches(".buttons")) tapping = tap(form, event.submitter);
  else if (form.matches(".command")) {
    send(form, new FormData(form));
    $(".menu").open = false;
  }
});

// Writing

function grow() {
  field.text.style.height = "auto";
  field.text.style.height = `${Math.min(field.text.scrollHeight, innerHeight / 3)}px`;
}

field.text.addEventListener("input", grow);

// Colleagues at the same desk see who types an answer to a case, before two of them send one.
const TYPING_EVERY = 30_000;
let typedAt = 0;
field.text.addEventListener("input", () => {
  const id = field.reply_to.value;
  if (said.desk !== "yes" || !id || chip.classList.contains("wanted") || Date.now() - typedAt < TYPING_EVERY) return;
  typedAt = Date.now();
  const form = new FormData();
  form.set("reply_to", id);
  fetch(`/typing/${messages.dataset.room}`, { method: "POST", body: form }).catch(() => {});
});
field.text.addEventListener("keydown", (event) => {
  // keyCode 229: an input method (Telex, Pinyin) is still composing and Enter only confirms its choice
  const isComposing = event.isComposing || event.keyCode === 229;
  if (event.key === "Escape") cancel();
  if (event.key !== "Enter" || event.shiftKey || isComposing || matchMedia("(pointer: coarse)").matches) return;
  event.preventDefault();
  composer.requestSubmit();
});

const chip = $("#chip");

// What an officer is asked to write stays over the composer, whatever else is answered in between, until it is written.
function remember(writing) {
  chip.dataset.wanted = writing?.title ?? "";
  chip.dataset.card = writing?.card || "";
}

const free = () => answer(chip.dataset.wanted ? "wanted" : "", chip.dataset.card);

function cancel() {
  if (chip.classList.contains("wanted")) stopWriting();
  else free();
}

async function stopWriting() {
  const form = new FormData();
  try {
    const reply = await fetch($("button", chip).formAction, { method: "POST", body: form, headers: { Accept: "application/json" } });
    const news = await reply.json();
    toast(news.toast);
    remember(news.writing);
    answer("", "");
  } catch {
    toast(said.notSent);
  }
}

function answer(act, id) {
  const wasEdit = field.edit.value;
  const isWanted = act === "wanted";
  field.reply_to.value = act === "reply" || isWanted ? id : "";
  field.edit.value = act === "edit" ? id : "";
  chip.hidden = !act;
  chip.classList.toggle("wanted", isWanted);
  field.text.placeholder = isWanted ? field.text.dataset.write : field.text.dataset.desk;
  $("a", chip).hidden = isWanted;
  $("button", chip).hidden = !isWanted;
  const text = act ? ($(`#m${id} .text`)?.textContent ?? "") : "";
  $("#chip b").textContent = isWanted ? chip.dataset.wanted : act === "edit" ? said.editing : said.replying;
  $("#chip span").textContent = isWanted ? "" : text.slice(0, 90);
  if (act === "edit") field.text.value = text;
  else if (wasEdit) field.text.value = "";
  grow();
  if (act) field.text.focus();
}

document.addEventListener("click", (event) => {
  const act = event.target.closest(".act");
  if (act && messages.dataset.live) {
    event.preventDefault();
    answer(act.dataset.act, act.closest(".message").dataset.id);
  } else if (event.target.closest(".do") && messages.dataset.live) {
    event.preventDefault();
    field.text.value = event.target.closest(".do").textContent;
    field.text.focus();
  } else if (event.target.closest("#chip a, #chip button") && messages.dataset.live) {
    event.preventDefault();
    cancel();
  } else if (!event.target.closest(".menu")) $(".menu").open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") $(".menu").open = false;
});
$("#below").addEventListener("click", () => (stream.scrollTop = 0));
stream.addEventListener("scroll", () => isAtEnd() && ($("#below").hidden = true));

// Files

let chosen = [];
function setFiles(files) {
  const kept = new DataTransfer();
  for (const file of files.slice(0, MOST_FILES)) {
    if (file.size <= +said.largest) kept.items.add(file);
    else toast(said.tooLarge.replace("%s", file.name));
  }
  if (files.length > MOST_FILES) toast(said.tooMany);
  field.files.files = kept.files;
  chosen = [...kept.files];
  $("#picked").replaceChildren(...chosen.map((file) => {
    const item = document.createElement("li");
    const remove = document.createElement("button");
    item.append(file.name, remove);
    remove.type = "button";
    remove.textContent = "×";
    remove.ariaLabel = `${said.remove}: ${file.name}`;
    remove.addEventListener("click", () => setFiles(chosen.filter((each) => each !== file)));
    return item;
  }));
}

const addFiles = (list) => setFiles([...chosen, ...list]);
field.files.addEventListener("change", () => addFiles(field.files.files));
field.text.addEventListener("paste", (event) => {
  if (!event.clipboardData.files.length) return;
  event.preventDefault();
  addFiles(event.clipboardData.files);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  addFiles(event.dataTransfer.files);
});

grow();
