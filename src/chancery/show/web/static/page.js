// Words and findings light up together; a finding's words are scrolled to when it is opened.
"use strict";

const lit = new Set();

function light(of) {
  for (const element of lit) element.classList.remove("lit");
  lit.clear();
  if (!of) return;
  for (const element of document.querySelectorAll(`[data-of="${CSS.escape(of)}"]`)) {
    element.classList.add("lit");
    lit.add(element);
  }
}

function ofTarget(event) {
  const element = event.target instanceof Element ? event.target.closest("[data-of]") : null;
  return element ? element.dataset.of : null;
}

function show(of) {
  light(of);
  const words = document.querySelector(`.text [data-of="${CSS.escape(of)}"]`);
  if (words) words.scrollIntoView({ block: "center", behavior: "smooth" });
}

document.addEventListener("mouseover", (event) => {
  const of = ofTarget(event);
  if (of) light(of);
});
document.addEventListener("focusin", (event) => {
  const of = ofTarget(event);
  if (of) light(of);
});
document.addEventListener("click", (event) => {
  const element = event.target instanceof Element ? event.target.closest("[data-of]") : null;
  if (!element) return;
  if (element.classList.contains("entry")) show(element.dataset.of);
  else {
    const entry = document.getElementById(element.dataset.of);
    if (entry) entry.scrollIntoView({ block: "nearest", behavior: "smooth" });
    light(element.dataset.of);
  }
});
// Keys do what the control that names them does: buttons and links are pressed, fields are entered.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) {
    const correct = document.querySelector('[data-key="Ctrl+Enter"]');
    if (correct) correct.click();
    return;
  }
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (writing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return;
  const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!named) return;
  event.preventDefault();
  if (named.matches("button, a")) named.click();
  else named.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  const element = document.activeElement;
  if (element && element.classList.contains("entry")) show(element.dataset.of);
});
if (location.hash.length > 1 && document.getElementById(location.hash.slice(1))) show(location.hash.slice(1));
