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
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  const element = document.activeElement;
  if (element && element.classList.contains("entry")) show(element.dataset.of);
});
if (location.hash.length > 1 && document.getElementById(location.hash.slice(1))) show(location.hash.slice(1));
