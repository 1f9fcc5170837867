// The map comes nearer and moves: by buttons, wheel, drag and keys. Without this file it is seen whole.
"use strict";

const map = document.getElementById("map");
const whole = map.viewBox.baseVal;
const all = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
const NEAREST = 24; // times: a unit of the outlines is then three pixels of a wide screen
const marks = [...map.querySelectorAll("circle")].map((circle) => [circle, Number(circle.getAttribute("r"))]);
const specks = [...map.querySelectorAll(".speck")].map((rect) => [rect, rect.x.baseVal.value, rect.y.baseVal.value, rect.width.baseVal.value]);
const hatch = document.getElementById("hatch");
let seen = { ...all };

function zoom() {
  return all.width / seen.width;
}

// Circles, squares and hatches keep nearly the size that they have on the screen.
function draw() {
  map.setAttribute("viewBox", `${seen.x} ${seen.y} ${seen.width} ${seen.height}`);
  const scale = zoom() ** -0.75;
  for (const [circle, radius] of marks) circle.setAttribute("r", radius * scale);
  for (const [rect, x, y, width] of specks) {
    rect.setAttribute("x", x + (width * (1 - scale)) / 2);
    rect.setAttribute("y", y + (width * (1 - scale)) / 2);
    rect.setAttribute("width", width * scale);
    rect.setAttribute("height", width * scale);
  }
  hatch.setAttribute("patternTransform", `rotate(45) scale(${1 / zoom()})`);
  map.classList.toggle("near", zoom() > 1);
}

function see(x, y, width) {
  const size = Math.min(all.width, Math.max(all.width / NEAREST, width));
  const high = (size * all.height) / all.width;
  seen = {
    x: Math.min(Math.max(x, all.x), all.x + all.width - size),
    y: Math.min(Math.max(y, all.y), all.y + all.height - high),
    width: size,
    height: high,
  };
  draw();
}

// Come nearer by a factor; the point at these shares of the width and height stays where it is.
function nearer(factor, across = 0.5, down = 0.5) {
  const width = Math.min(all.width, Math.max(all.width / NEAREST, seen.width / factor));
  const height = (width * all.height) / all.width;
  see(seen.x + (seen.width - width) * across, seen.y + (seen.height - height) * down, width);
}

function move(across, down) {
  see(seen.x + seen.width * across, seen.y + seen.height * down, seen.width);
}

function shares(event) {
  const box = map.getBoundingClientRect();
  return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
}

const DOES = {
  in: () => nearer(1.6),
  out: () => nearer(1 / 1.6),
  all: () => see(all.x, all.y, all.width),
};
const KEYS = {
  "+": DOES.in, "=": DOES.in, "-": DOES.out, 0: DOES.all,
  ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
};

const buttons = document.getElementById("zoom");
buttons.hidden = false;
buttons.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) DOES[button.dataset.do]();
});
map.closest(".wide").addEventListener("keydown", (event) => {
  const does = KEYS[event.key];
  if (!does || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.startsWith("Arrow") && zoom() === 1) return;
  event.preventDefault();
  does();
});
// The wheel scrolls the page until the map has been brought nearer, or with Ctrl.
map.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && zoom() === 1) return;
  event.preventDefault();
  nearer(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...shares(event));
}, { passive: false });

let from = null;
let dragged = false;
map.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || (event.pointerType === "touch" && zoom() === 1)) return;
  from = [event.clientX, event.clientY, { ...seen }];
  dragged = false;
});
window.addEventListener("pointermove", (event) => {
  if (!from) return;
  const box = map.getBoundingClientRect();
  const [x, y, then] = from;
  if (Math.hypot(event.clientX - x, event.clientY - y) > 4) dragged = true;
  if (!dragged) return;
  map.classList.add("moving");
  see(then.x - ((event.clientX - x) * then.width) / box.width, then.y - ((event.clientY - y) * then.height) / box.height, then.width);
});
window.addEventListener("pointerup", () => {
  from = null;
  map.classList.remove("moving");
});
map.addEventListener("click", (event) => {
  if (dragged) event.preventDefault();
  dragged = false;
});
map.addEventListener("dragstart", (event) => event.preventDefault());
// What gets the focus by the keyboard comes into sight.
map.addEventListener("focusin", (event) => {
  if (!event.target.matches(":focus-visible")) return;
  const box = event.target.getBBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const high = seen.height;
  if (x < seen.x || x > seen.x + seen.width || y < seen.y || y > seen.y + high) see(x - seen.width / 2, y - high / 2, seen.width);
});
