// Opens the browser's print dialogue; the button shows only where there is a script to do it.
"use strict";

const button = document.querySelector("#print");
button.hidden = false;
button.addEventListener("click", () => window.print());
