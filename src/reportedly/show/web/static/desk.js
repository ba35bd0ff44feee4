// What the pages do beyond links: news without reload, words and notes lit together, keys. All works without it, too.
"use strict";

const news = document.getElementById("news");

// --- news ------------------------------------------------------------------------------------------------------------

function show() {
  news.textContent = "";
  document.title = document.title.replace(/^● /, "");
  window.htmx.ajax("GET", location.pathname + location.search, { target: "#main", select: "#main", swap: "outerHTML" });
}

function tell(change) {
  const many = change.articles;
  const button = document.createElement("button");
  button.textContent = "Show what is new";
  button.addEventListener("click", show);
  const words = many === 1 ? "1 article has moved this page. " : `${many} articles have moved this page. `;
  news.replaceChildren(change.decided ? "A decision was made. " : words, button);
  if (!document.title.startsWith("● ")) document.title = "● " + document.title;
}

if (document.body.dataset.live) {
  const stream = new EventSource(document.body.dataset.live);
  stream.addEventListener("moved", (event) => tell(JSON.parse(event.data)));
  addEventListener("pagehide", () => stream.close());
}

// --- words and their notes -------------------------------------------------------------------------------------------

function light(names) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  for (const name of names) {
    for (const found of document.querySelectorAll(`[data-s~="${CSS.escape(name)}"]`)) found.classList.add("lit");
  }
}

function named(element) {
  const holder = element instanceof Element ? element.closest("[data-s]") : null;
  return holder ? holder.dataset.s.trim().split(/\s+/) : [];
}

for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const names = named(event.target);
    if (names.length) light(names);
  });
}

function arrived() {
  const name = location.hash.slice(1);
  if (/^s\d+$/.test(name)) light([name]);
}
addEventListener("hashchange", arrived);
arrived();

// --- the slider tells its moment -------------------------------------------------------------------------------------

document.addEventListener("input", (event) => {
  if (event.target.id !== "step") return;
  const option = document.getElementById("steps").options[event.target.value];
  event.target.setAttribute("aria-valuetext", option.label);
  document.getElementById("moment").textContent = option.label;
});

// --- keys ------------------------------------------------------------------------------------------------------------

const toggle = document.getElementById("keys");
let listening = localStorage.getItem("keys") !== "off";

function said() {
  toggle.setAttribute("aria-pressed", String(listening));
  toggle.textContent = listening ? "Keys are on" : "Keys are off";
}
toggle.addEventListener("click", () => {
  listening = !listening;
  localStorage.setItem("keys", listening ? "on" : "off");
  said();
});
said();

function step(by) {
  const stops = [...document.querySelectorAll("[data-stop]")].filter((stop) => stop.offsetParent !== null);
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[Math.max(0, Math.min(stops.length - 1, at + by))];
  const link = next && next.querySelector("a");
  if (link) link.focus();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (!listening || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "s") location.assign("/");
  else if (event.key === "r" && news.querySelector("button")) show();
  else if (event.key === "/") document.getElementById("q").focus();
  else return;
  event.preventDefault();
});
