// The chat page: its messages as they are pushed. compose.js sends; without both the same forms work by reloading.
"use strict";

const $ = (selector, from = document) => from.querySelector(selector);
const messages = $("#messages");
const stream = $(".stream");
const tapped = new Set();
const SEEN_SECONDS = 5;
const title = document.title;
let unread = 0;

// Fleeting texts

let toastEnd = 0;
function toast(text) {
  if (!text) return;
  $("#toast").textContent = text;
  clearTimeout(toastEnd);
  toastEnd = setTimeout(hush, Math.max(SEEN_SECONDS, text.length / 12) * 1000);
}

function hush() {
  $("#toast").textContent = "";
}

// Messages as they come. The stream lays out from its end (column-reverse), so scrollTop is 0 at the newest message.

const isAtEnd = () => stream.scrollTop > -60;

function place(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const message = template.content.firstElementChild;
  const old = document.getElementById(message.id);
  const wasAtEnd = isAtEnd();
  const hadFocus = old?.contains(document.activeElement);
  const height = stream.scrollHeight;
  if (old) old.replaceWith(message);
  else insert(message);
  if (wasAtEnd) stream.scrollTop = 0;
  else stream.scrollTop -= stream.scrollHeight - height;
  if (hadFocus) ($("button", message) ?? stream).focus({ preventScroll: true }); // the keyboard goes on where it was
  if (old) return;
  message.classList.add("fresh");
  $("#below").hidden = wasAtEnd;
  if (document.hidden && !message.classList.contains("own")) document.title = `(${++unread}) ${title}`;
}

function insert(message) {
  $(".welcome, .empty", messages)?.remove();
  const later = [...messages.querySelectorAll(".message")].find((each) => +each.dataset.id > +message.dataset.id);
  messages.insertBefore(message, later ?? null);
}

let source = null;
function listen() {
  if (!messages.dataset.live || source) return;
  source = new EventSource(`/events/${messages.dataset.room}?after=${messages.dataset.after}`);
  source.onopen = () => ($("#offline").hidden = true);
  source.onerror = () => {
    $("#offline").hidden = false;
    if (source.readyState !== EventSource.CLOSED) return;
    source = null; // an error of the server's: the browser itself would not try again
    setTimeout(listen, SEEN_SECONDS * 1000);
  };
  source.addEventListener("gone", () => location.reload());
  source.onmessage = (event) => {
    messages.dataset.after = event.lastEventId;
    place(event.data);
  };
  source.addEventListener("writing", (event) => {
    const names = JSON.parse(event.data).others;
    $("#others").hidden = !names;
    $("#others span").textContent = names;
  });
  source.addEventListener("toast", (event) => {
    const news = JSON.parse(event.data);
    if (!news.tap || tapped.has(news.tap)) toast(news.toast);
  });
}

// A browser opens only six connections to a server: the three panels of the trial page let go of theirs when unseen.
const isPanel = window.top !== window;
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    unread = 0;
    document.title = title;
    listen();
  } else if (isPanel && source) {
    source.close();
    source = null;
  }
});

if (isPanel) document.documentElement.classList.add("panel");
listen();
