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

// Drawing across the months of a timeline asks for those months only.
const LEFT = 4; // units left of the first month, as in the drawing's viewBox
const brush = document.getElementById("brush");

function monthAt(svg, event) {
  const box = svg.getBoundingClientRect();
  const x = (event.clientX - box.left) * (svg.viewBox.baseVal.width / box.width) - LEFT;
  const [year, month] = svg.dataset.first.split("-").map(Number);
  const count = Math.max(0, Math.floor(x / Number(svg.dataset.step)));
  return { x, number: year * 12 + month - 1 + count };
}

function dayOf(number, last) {
  const day = new Date(Date.UTC(Math.floor(number / 12), (number % 12) + (last ? 1 : 0), last ? 0 : 1));
  return day.toISOString().slice(0, 10);
}

if (brush && brush.dataset.first) {
  let from = null;
  let drawn = null;
  brush.addEventListener("dragstart", (event) => event.preventDefault());
  brush.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch") from = monthAt(brush, event);
  });
  document.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = monthAt(brush, event);
    if (!drawn && Math.abs(to.x - from.x) < Number(brush.dataset.step) / 2) return;
    if (!drawn) {
      drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      drawn.setAttribute("class", "brush");
      drawn.setAttribute("height", String(brush.viewBox.baseVal.height));
      brush.append(drawn);
    }
    drawn.setAttribute("x", String(Math.min(from.x, to.x)));
    drawn.setAttribute("width", String(Math.abs(to.x - from.x)));
  });
  document.addEventListener("pointerup", (event) => {
    const began = from;
    from = null;
    if (!began || !drawn) return;
    drawn.remove();
    drawn = null;
    brush.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    const numbers = [began.number, monthAt(brush, event).number].sort((a, b) => a - b);
    const address = new URL(location.pathname === "/" ? "/timeline" : location.href, location.href);
    address.searchParams.set("since", dayOf(numbers[0], false));
    address.searchParams.set("until", dayOf(numbers[1], true));
    location.assign(address);
  });
}

// A file that is dropped on the form for reading is the one that is read.
const reading = document.querySelector("form.reading");
if (reading) {
  const file = reading.querySelector('input[type="file"]');
  reading.addEventListener("dragover", (event) => event.preventDefault());
  reading.addEventListener("drop", (event) => {
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
  });
}
