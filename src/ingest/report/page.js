"use strict";
// The report's own script. All text from documents goes into the page as text nodes, never as markup.

const data = JSON.parse(document.getElementById("index").textContent);
const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat("en").format;
const PAGE = 200; // rows of the list that are made at a time
const CONTEXT = 3; // untouched lines that stay around a change
const SHORT = 24; // lines up to which a text is shown whole
const UNFOLD = 600; // lines that one press unfolds at the most

const [KEY, SOURCE, TITLE, STATUS, FORMAT, PRODUCER, LANGUAGE, ENCODING, WHAT, RAW, REMOVED, EDITS, RULES, FINDINGS, REASON] =
  Array.from({ length: 15 }, (_, place) => place);
const STATUSES = ["clean", "quarantined", "retired"];
const word = (place) => data.words[place];
const share = (doc) => (doc[RAW] ? doc[REMOVED] / doc[RAW] : 0);
const percent = (part) => (part === 0 ? "0 %" : part < 0.001 ? "< 0.1 %" : `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`);
const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many || one + "s"}`;
const family = (code) => "f-" + code.replace(/[0-9]+$/, "").replace(/[^A-Z]/g, "");
const nameOf = (code) => (data.rules[code] ? data.rules[code][0] : "");

function pairs(flat) {
  const found = [];
  for (let i = 0; i < flat.length; i += 2) found.push([word(flat[i]), flat[i + 1]]);
  return found;
}

/** An element with properties (attributes, `on…` listeners) and children (elements or texts). */
function h(tag, properties, ...children) {
  const svg = ["svg", "g", "rect", "text", "line", "title"].includes(tag) || (properties && properties.svg);
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === "svg" || value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined) element.append(child);
  return element;
}

// ---------------------------------------------------------------- hostile text

// Controls, bidi marks and characters without a width are named, so that they neither act nor hide.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e0fff}]/gu;

/** A text as nodes; `blanks` shows spaces, tabs and line ends too. */
function shown(text, blanks) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > last) nodes.push(text.slice(last, match.index));
    const code = match[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    nodes.push(h("span", { class: "ctl" }, "U+" + code));
    last = match.index + match[0].length;
  }
  if (last < text.length) nodes.push(text.slice(last));
  if (!blanks) return nodes;
  return nodes.map((node) => (typeof node === "string" ? node.replace(/ /g, "·").replace(/\t/g, "⇥").replace(/\n/g, "⏎\n") : node));
}

// ---------------------------------------------------------------- head

function head() {
  const run = data.runs[0];
  $("folder").textContent = data.folder;
  document.title = `ingest report: ${data.folder}`;
  const happened = Object.entries(data.happened).map(([what, count]) => `${number(count)} ${what.replace("-", " ")}`);
  const when = run && run.started ? run.started.slice(0, 16).replace("T", " ") + " UTC" : "";
  $("state").textContent = run ? `${when} · ${happened.join(", ") || "no document changed"} since the run before` : "no run yet";
  if (data.runs.length === 1) $("state").textContent = `${when} · first run: ${happened.join(", ") || "no documents"}`;
  const status = data.status;
  const total = (status.clean || 0) + (status.retired || 0);
  const tiles = [
    [number(status.clean || 0), status.clean === 1 ? "document" : "documents", ""],
    [number(status.quarantined || 0), "quarantined", status.quarantined ? "bad" : ""],
    [number(status.retired || 0), "retired", ""],
    [number(data.totals.edits), "edits", ""],
    [number(data.totals.findings), "findings", ""],
    [number(data.totals.removed_chars), "characters removed", ""],
    [`${number(data.proved)} of ${number(total)}`, "undo verified", data.proved === total ? "good" : ""],
  ];
  for (const [value, name, kind] of tiles) {
    if (value === "0" && ["retired", "quarantined"].includes(name)) continue;
    $("tiles").append(h("div", { class: kind }, h("dt", null, name), h("dd", null, value)));
  }
}

// ---------------------------------------------------------------- list

const BUCKETS = [[0, 0, "nothing"], [0, 0.01, "up to 1 %"], [0.01, 0.02, "1–2 %"], [0.02, 0.05, "2–5 %"], [0.05, 0.1, "5–10 %"],
  [0.1, 0.2, "10–20 %"], [0.2, 0.5, "20–50 %"], [0.5, Infinity, "more than half"]];

function bucket(doc) {
  const part = share(doc);
  if (part === 0) return BUCKETS[0][2];
  return BUCKETS.find(([low, high], place) => place > 0 && part > low && part <= high)[2];
}

const FACETS = [
  ["status", "Status", (doc) => [STATUSES[doc[STATUS]]]],
  ["what", "In the last run", (doc) => [word(doc[WHAT]) || "untouched"]],
  ["rule", "Rule", (doc) => pairs(doc[RULES]).map(([code]) => code)],
  ["finding", "Finding", (doc) => pairs(doc[FINDINGS]).map(([code]) => code)],
  ["format", "Format", (doc) => [word(doc[FORMAT])]],
  ["producer", "Producer", (doc) => [word(doc[PRODUCER])]],
  ["language", "Language", (doc) => [word(doc[LANGUAGE])]],
  ["encoding", "Encoding", (doc) => [word(doc[ENCODING])]],
  ["removed", "Removed", (doc) => (doc[STATUS] === 1 ? [] : [bucket(doc)])],
];
const ORDERS = {
  removed: ["removed share", (a, b) => (b[STATUS] === 1) - (a[STATUS] === 1) || share(b) - share(a)],
  findings: ["findings", (a, b) => total(b[FINDINGS]) - total(a[FINDINGS])],
  edits: ["edits", (a, b) => b[EDITS] - a[EDITS]],
  size: ["length", (a, b) => b[RAW] - a[RAW]],
  name: ["path", () => 0],
};
const total = (flat) => flat.reduce((sum, value, place) => (place % 2 ? sum + value : sum), 0);
const byPath = (a, b) => (a[SOURCE] < b[SOURCE] ? -1 : a[SOURCE] > b[SOURCE] ? 1 : 0);

const chosen = { q: "", order: "removed" };
let visible = [];
let made = 0;
let current = "";
for (const doc of data.documents) doc.haystack = `${doc[TITLE]}\n${doc[SOURCE]}`.toLowerCase();
const bySource = new Map(data.documents.map((doc) => [doc[SOURCE], doc]));

function makeFacets() {
  const box = $("facets");
  for (const [name, label, values] of FACETS) {
    const count = new Map();
    for (const doc of data.documents) for (const value of values(doc)) if (value) count.set(value, (count.get(value) || 0) + 1);
    if (count.size < 1 || (count.size === 1 && !["rule", "finding"].includes(name))) continue;
    let entries = [...count];
    if (name === "removed") entries.sort((a, b) => BUCKETS.findIndex((x) => x[2] === a[0]) - BUCKETS.findIndex((x) => x[2] === b[0]));
    else entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const select = h("select", { id: "facet-" + name, onchange: (event) => { chosen[name] = event.target.value; filter(); } },
      h("option", { value: "" }, "any"),
      entries.map(([value, number_]) => h("option", { value }, `${value}${nameOf(value) ? " " + nameOf(value) : ""} (${number(number_)})`)));
    box.append(h("label", null, label, select));
  }
  box.append(h("label", null, "Sort by", h("select", { id: "order", onchange: (event) => { chosen.order = event.target.value; filter(); } },
    Object.entries(ORDERS).map(([name, [label]]) => h("option", { value: name }, label)))));
  box.append(h("button", { type: "button", onclick: reset }, "Clear all filters"));
}

function reset() {
  for (const [name] of FACETS) chosen[name] = "";
  chosen.q = $("q").value = "";
  for (const select of $("facets").querySelectorAll("select")) if (select.id !== "order") select.value = "";
  filter();
}

function choose(name, value) {
  reset();
  chosen[name] = value;
  const select = $("facet-" + name);
  if (select) select.value = value;
  $("facetbox").open = true;
  filter();
}

function filter() {
  const wanted = FACETS.filter(([name]) => chosen[name]);
  const words = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
  visible = data.documents.filter((doc) => words.every((one) => doc.haystack.includes(one))
    && wanted.every(([name, , values]) => values(doc).includes(chosen[name])));
  visible.sort((a, b) => ORDERS[chosen.order][1](a, b) || byPath(a, b));
  $("active").textContent = wanted.length ? `· ${wanted.map(([name]) => chosen[name]).join(", ")}` : "";
  const all = data.documents.length;
  $("count").textContent = visible.length === all ? byStatus() : `${number(visible.length)} of ${number(all)}`;
  $("none").hidden = visible.length > 0 || !all;
  $("list").replaceChildren();
  made = 0;
  more();
  mark();
}

/** How many documents there are of each status. */
function byStatus() {
  const counts = STATUSES.map((name, status) => [name, data.documents.filter((doc) => doc[STATUS] === status).length]);
  return counts.filter(([, many]) => many).map(([name, many]) => `${number(many)} ${name}`).join(", ") || "no documents";
}

function more() {
  const end = Math.min(made + PAGE, visible.length);
  const rows = [];
  for (; made < end; made += 1) rows.push(item(visible[made]));
  $("list").append(...rows);
  $("more").hidden = made >= visible.length;
  $("more").textContent = `Show ${number(Math.min(PAGE, visible.length - made))} more`;
}

const linkTo = (doc, tab) => `#/doc/${encodeURIComponent(doc[SOURCE])}${tab ? "/" + tab : ""}`;
const titleOf = (doc) => doc[TITLE] || doc[SOURCE].split("/").pop();

function item(doc) {
  const found = total(doc[FINDINGS]);
  const part = share(doc);
  const what = word(doc[WHAT]);
  const link = h("a", { href: linkTo(doc), "data-key": doc[KEY] },
    h("span", { class: "t", dir: "auto" }, shown(titleOf(doc))),
    h("span", { class: "b" },
      found ? h("span", { class: "badge find", title: plural(found, "finding") }, "▲ " + number(found)) : null, " ",
      doc[STATUS] === 1 ? h("span", { class: "badge bad" }, "✕ quarantined") : doc[STATUS] === 2 ? h("span", { class: "badge" }, "retired") : percent(part)),
    h("span", { class: "s", dir: "ltr" }, shown(doc[SOURCE]), what && data.runs.length > 1 && doc[STATUS] === 0 ? [" · ", what.replace("-", " ")] : null));
  if (doc[STATUS] !== 1) {
    const bar = h("i", null);
    bar.style.width = `${Math.max(part > 0 ? 3 : 0, Math.min(100, part * 100))}%`;
    link.append(h("span", { class: "v", "aria-hidden": "true" }, bar));
  }
  return h("li", null, link);
}

function mark() {
  for (const link of $("list").querySelectorAll("[aria-current]")) link.removeAttribute("aria-current");
  const link = current && $("list").querySelector(`[data-key="${current}"]`);
  if (link) {
    link.setAttribute("aria-current", "true");
    link.scrollIntoView({ block: "nearest" });
  }
}

function step(by) {
  if (!visible.length) return;
  const place = visible.findIndex((doc) => doc[KEY] === current);
  const next = place < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.max(0, Math.min(visible.length - 1, place + by));
  while (made <= next && made < visible.length) more();
  const tab = parse().tab;
  location.hash = linkTo(visible[next], tab);
}

// ---------------------------------------------------------------- details

const loaded = new Map();
const waiting = new Map();

window.ingestDetail = (key, text) => {
  if (waiting.has(key)) waiting.get(key)(JSON.parse(text));
};

/** A document's details: from the page, or from the file beside it. */
function detailOf(doc) {
  const key = doc[KEY];
  if (loaded.has(key)) return Promise.resolve(loaded.get(key));
  const inside = $("d-" + key);
  if (inside) return Promise.resolve(JSON.parse(inside.textContent));
  return new Promise((resolve, reject) => {
    if (data.inline || !/^[0-9a-f]{20}$/.test(key)) { reject(new Error("no details")); return; }
    waiting.set(key, resolve);
    const script = h("script", { src: `${encodeURIComponent(data.beside)}/${key[0]}/${key}.js`,
      onerror: () => reject(new Error("no details")), onload: (event) => event.target.remove() });
    document.head.append(script);
  }).then((value) => {
    waiting.delete(key);
    if (loaded.size > 40) loaded.delete(loaded.keys().next().value);
    loaded.set(key, value);
    return value;
  });
}

const TABS = {
  changes: ["Changes", changes, null],
  sides: ["Side by side", sideBySide, null],
  metadata: ["Metadata", metadata, (detail) => (detail.origins || []).length],
  findings: ["Findings", findings, (detail) => (detail.findings || []).length],
  ledger: ["Ledger", ledger, (detail) => detail.ledgerOf],
  header: ["Raw header", rawHeader, null],
  dropped: ["Dropped blocks", dropped, (detail) => (detail.blocks || []).length],
};

async function openDocument(doc, tab, hit) {
  const main = $("main");
  current = doc[KEY];
  mark();
  let detail;
  try {
    detail = await detailOf(doc);
  } catch {
    detail = null;
  }
  if (current !== doc[KEY]) return;
  const parts = [back(), docHead(doc, detail)];
  if (!detail) {
    parts.push(h("p", { class: "note" }, "The details of this document are not written yet. Run ", h("code", null, "ingest report"), " to write all of them, or look at it with ", h("code", null, "ingest show"), "."));
  } else if (doc[STATUS] === 1) {
    parts.push(quarantined(detail));
  } else if (detail.broken) {
    parts.push(h("p", { class: "note bad" }, "This document cannot be shown: ", shown(detail.broken)), metadata(detail, doc));
  } else {
    parts.push(...tabbed(doc, detail, tab));
  }
  main.replaceChildren(...parts.flat(Infinity).filter(Boolean));
  main.scrollTop = 0;
  if (window.innerWidth <= 820) window.scrollTo(0, 0);
  if (/^L[0-9]+$/.test(hit || "")) {
    const row = main.querySelector(`[data-line="${hit.slice(1)}"]`);
    if (row) row.scrollIntoView({ block: "center" });
  } else if (/^[0-9]+$/.test(hit || "")) goTo(Number(hit));
}

const back = () => h("a", { class: "back", href: "#/" }, "← All documents");

function docHead(doc, detail) {
  const facts = [STATUSES[doc[STATUS]], word(doc[FORMAT]), word(doc[PRODUCER]), word(doc[LANGUAGE]), word(doc[ENCODING])].filter(Boolean);
  const found = total(doc[FINDINGS]);
  return [
    h("div", { class: "dochead" }, h("h2", { dir: "auto" }, shown(titleOf(doc)))),
    h("p", { class: "path", dir: "ltr" }, shown(doc[SOURCE]), detail && detail.facts.clean ? [" → ", shown(detail.facts.clean)] : null),
    h("p", { class: "facts" },
      facts.map((fact) => [h("span", { class: "badge" + (fact === "quarantined" ? " bad" : "") }, shown(fact)), " "]),
      doc[STATUS] === 1 ? null : [h("span", { class: "badge" }, `${plural(doc[EDITS], "edit")}`), " ",
        h("span", { class: "badge" }, `${percent(share(doc))} removed: ${number(doc[REMOVED])} of ${number(doc[RAW])} characters`), " "],
      found ? h("span", { class: "badge find" }, "▲ " + plural(found, "finding")) : null,
      detail && !detail.broken && doc[STATUS] !== 1 ? [" ", h("span", { class: "badge new", title: "Undoing the ledger gave the raw file's bytes, by their sha256" }, "✓ undo verified")] : null),
  ];
}

function tabbed(doc, detail, wanted) {
  const names = Object.keys(TABS).filter((name) => (name !== "dropped" || (detail.blocks || []).length) && (name !== "header" || detail.header));
  const tab = names.includes(wanted) ? wanted : "changes";
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": "Views of the document" });
  for (const name of names) {
    const [label, , count] = TABS[name];
    const many = count ? count(detail) : null;
    list.append(h("button", { type: "button", role: "tab", id: "tab-" + name, "aria-selected": String(name === tab), "aria-controls": "panel",
      tabindex: name === tab ? "0" : "-1", onclick: () => { location.hash = linkTo(doc, name); } }, label, many ? [" ", h("span", { class: "n" }, number(many))] : null));
  }
  list.addEventListener("keydown", (event) => {
    const place = names.indexOf(tab) + { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (Number.isNaN(place)) return;
    event.preventDefault();
    focusTab = true;
    location.hash = linkTo(doc, names[(place + names.length) % names.length]);
  });
  const panel = h("section", { role: "tabpanel", id: "panel", "aria-labelledby": "tab-" + tab, tabindex: "0" });
  panel.append(...[TABS[tab][1](detail, doc)].flat(Infinity).filter(Boolean));
  if (focusTab) setTimeout(() => { focusTab = false; const one = $("tab-" + tab); if (one) one.focus(); }, 0);
  return [list, panel];
}
let focusTab = false;

// ---------------------------------------------------------------- changes

/** Before and after without what they begin and end with in common, which then counts as kept. */
function trimmed(before, after) {
  if (!before || !after) return ["", before, after, ""];
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const surrogate = (text, place) => /[\ud800-\udfff]/.test(text.charAt(place));
  while (start > 0 && (surrogate(before, start) || surrogate(before, start - 1))) start -= 1;
  while (end > 0 && (surrogate(before, before.length - end) || surrogate(before, before.length - end - 1))) end -= 1;
  return [before.slice(0, start), before.slice(start, before.length - end), after.slice(start, after.length - end), end ? before.slice(-end) : ""];
}

/** Pieces of a text, one after the other: kept, removed, inserted, cut. */
function* pieces(segments) {
  let place = 0;
  for (const segment of segments) {
    if (segment[0] === 0) yield { kind: "kept", text: segment[1] };
    else if (segment[0] === 2) yield { kind: "cut", characters: segment[1], lines: segment[2] };
    else {
      const [, before, after, codes, notes] = segment;
      const [first, out, into, last] = trimmed(before, after);
      if (first) yield { kind: "kept", text: first };
      const blank = !out.trim() && !into.trim();
      if (out) yield { kind: "out", text: out, codes, notes, place, blank, last: !into };
      if (into) yield { kind: "in", text: into, codes, notes, place, blank, last: true };
      if (last) yield { kind: "kept", text: last };
      place += 1;
    }
  }
}

/** Lines of the raw text with their pieces; `line` is the first one's number. */
function lines(segments, line) {
  const rows = [];
  let row = { no: line, parts: [], touched: false };
  const close = (no) => { rows.push(row); row = { no, parts: [], touched: false }; };
  let now = line;
  for (const piece of pieces(segments)) {
    if (piece.kind === "cut") {
      close(now);
      rows.push({ cut: piece, parts: [], touched: true });
      now += piece.lines;
      row.no = now;
      continue;
    }
    const texts = piece.text.split("\n");
    texts.forEach((text, place) => {
      const more = place < texts.length - 1;
      if (text || (piece.kind !== "kept" && (more || texts.length === 1))) {
        row.parts.push({ ...piece, text, ended: more, last: piece.last && !more });
        if (piece.kind !== "kept") row.touched = true;
      } else if (piece.kind !== "kept" && piece.last && !more && row.parts.length === 0 && rows.length) {
        const before = rows[rows.length - 1];
        if (before.parts.length) before.parts[before.parts.length - 1].last = true;
      }
      if (!more) return;
      if (piece.kind !== "in") now += 1;
      close(piece.kind === "in" ? "" : now);
    });
  }
  if (row.parts.length) rows.push(row);
  return rows;
}

function rowOf(row, off) {
  if (row.cut) return h("p", { class: "fold" }, `${number(row.cut.characters)} characters left out here; ingest undo gives the whole text`);
  const notes = (row.findings || []).map(([code, , , , , message]) =>
    h("span", { class: "why find " + family(code), tabindex: "0", "data-codes": code, "data-notes": message }, "▲ " + code));
  return h("div", { class: "row" + (notes.length ? " found" : ""), "data-line": row.no || null }, h("span", { class: "no", "aria-hidden": "true" }, row.no ? String(row.no) : ""),
    h("div", { class: "tx", dir: "auto" }, row.parts.map((part) => piece(part, off)), notes.length ? [" ", notes] : null));
}

function piece(part, off) {
  if (part.kind === "kept") return shown(part.text);
  if (off && off.has(part.codes[0])) return part.kind === "out" ? shown(part.text) : null;
  const code = part.codes[0];
  const text = part.ended && part.kind === "out" ? part.text + "⏎" : part.text || (part.ended ? "⏎" : "");
  const element = h(part.kind === "out" ? "del" : "ins", { class: family(code), tabindex: "0", "data-codes": part.codes.join(" "), "data-notes": part.notes.join("; "), "data-place": part.place },
    shown(text, part.blank));
  return part.last ? [element, part.codes.map((one) => h("span", { class: "why " + family(one), "aria-hidden": "true" }, one))] : element;
}

/** Mark the rows that findings are on, so that they are not folded away. */
function withFindings(rows, detail) {
  if (detail.converted) return rows;
  const byLine = new Map();
  for (const one of detail.findings) byLine.set(one[1], [...(byLine.get(one[1]) || []), one]);
  for (const row of rows) {
    if (!byLine.has(row.no)) continue;
    row.findings = byLine.get(row.no);
    row.touched = true;
    byLine.delete(row.no);
  }
  return rows;
}

/** Rows with long untouched stretches folded away. */
function folded(rows, make) {
  if (rows.length <= SHORT) return rows.map(make);
  const out = [];
  let quiet = [];
  const flush = (first, last) => {
    const before = first ? (last ? SHORT : 0) : CONTEXT;
    const after = last ? 0 : CONTEXT;
    if (quiet.length <= before + after + 2) out.push(...quiet.map(make));
    else {
      out.push(...quiet.slice(0, before).map(make));
      out.push(fold(quiet.slice(before, quiet.length - after), make));
      out.push(...quiet.slice(quiet.length - after, quiet.length).map(make));
    }
    quiet = [];
  };
  let first = true;
  for (const row of rows) {
    if (!row.touched) { quiet.push(row); continue; }
    flush(first, false);
    first = false;
    out.push(make(row));
  }
  flush(first, true);
  return out;
}

function fold(rows, make) {
  const button = h("button", { type: "button", class: "fold" }, `⋯ ${plural(rows.length, "untouched line")}`);
  button.addEventListener("click", () => {
    const rest = rows.slice(UNFOLD);
    const made_ = rows.slice(0, UNFOLD).map(make).flat();
    if (rest.length) made_.push(fold(rest, make));
    button.replaceWith(...made_);
  });
  return button;
}

const newlines = (text) => text.split("\n").length - 1;

function changes(detail, doc) {
  const off = new Set();
  const text = h("div", { class: "text prose" });
  const draw = () => {
    const parts = [];
    if (detail.header) {
      const rows = withFindings(lines(detail.headerEdits, 1), detail);
      parts.push(h("div", { class: "row head" }, h("span", null), h("span", null, "Header: it became the front matter (see Metadata)")));
      parts.push(h("div", { class: "mono" }, folded(rows, (row) => rowOf(row, off))));
      parts.push(h("div", { class: "row head" }, h("span", null), h("span", null, "Body")));
    }
    const rows = withFindings(lines(detail.body, 1 + newlines(detail.header || "")), detail);
    parts.push(...(detail.blocks.length ? withDropped(rows, detail, off) : folded(rows, (row) => rowOf(row, off))));
    text.replaceChildren(...parts.flat(Infinity));
  };
  draw();
  const counts = new Map();
  for (const segment of [...detail.body, ...(detail.headerEdits || [])]) if (segment[0] === 1) for (const code of segment[3]) counts.set(code, (counts.get(code) || 0) + 1);
  const legend = h("ul", { class: "legend", "aria-label": "Rules in this document" });
  for (const [code, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    legend.append(h("li", null, h("button", { type: "button", class: family(code), "aria-pressed": "true", title: "Show or hide these changes", onclick: (event) => {
      if (off.has(code)) off.delete(code); else off.add(code);
      event.currentTarget.setAttribute("aria-pressed", String(!off.has(code)));
      draw();
    } }, h("span", { class: "swatch " + family(code), "aria-hidden": "true" }), `${code} ${nameOf(code)}`, h("span", { class: "n" }, number(count)))));
  }
  const notes = [];
  if (detail.converted) notes.push(h("p", { class: "note" }, "This page was turned into Markdown. Below is the Markdown with the changes made to it; ",
    detail.blocks.length ? `${plural(detail.blocks.length, "block")} of the page did not come along: ${detail.places ? "shown where they stood" : "shown after it"}.` : "every block of the page came along."));
  if (!counts.size && !detail.converted) notes.push(h("p", { class: "note good" }, "Nothing in the text was changed; only the front matter is new."));
  const source = (detail.page || []).filter((segment) => segment[0] === 1).length
    ? [h("h3", null, "Repaired in the page's source"), h("div", { class: "text" }, folded(lines(detail.page, 1), (row) => rowOf(row, null)))] : [];
  return [...notes, counts.size ? legend : null, text, ...source];
}

/** The lines of a converted page with the blocks that were dropped before the paragraph that they stood before. */
function withDropped(rows, detail, off) {
  const out = [];
  const places = detail.places || [];
  let next = 0;
  let offset = 0;
  let run = [];
  const flush = () => { out.push(...folded(run, (row) => rowOf(row, off))); run = []; };
  for (const row of rows) {
    while (next < detail.blocks.length && places[next] !== undefined && places[next] <= offset) { flush(); out.push(droppedRow(detail.blocks[next])); next += 1; }
    run.push(row);
    offset += row.parts.reduce((sum, part) => sum + (part.kind === "in" ? 0 : part.text.length), 0) + 1;
  }
  flush();
  for (; next < detail.blocks.length; next += 1) out.push(droppedRow(detail.blocks[next]));
  return out;
}

function droppedRow([code, place, reason, text]) {
  const short = text.length > 400 ? text.slice(0, 400) + " …" : text;
  return h("div", { class: "row drop" }, h("span", { class: "no", "aria-hidden": "true" }, "✕"),
    h("div", { class: "tx", dir: "auto" }, h("del", { class: family(code), tabindex: "0", "data-codes": code, "data-notes": `${reason} (${place})` }, shown(short.trim().replace(/\s+/g, " "))),
      h("span", { class: "why " + family(code), "aria-hidden": "true" }, code), " ", shown(reason)));
}

function sideBySide(detail) {
  const grid = h("div", { class: "text prose sides" }, h("div", { class: "h" }, "Raw"), h("div", { class: "h" }, "Clean"));
  if (detail.converted) grid.firstChild.textContent = "Converted page";
  const cells = [];
  let left = [];
  let right = [];
  let touched = false;
  const close = () => { cells.push({ left, right, touched }); left = []; right = []; touched = false; };
  for (const one of pieces(detail.body)) {
    if (one.kind === "cut") { close(); cells.push({ cut: one, touched: true }); continue; }
    if (one.kind === "kept") {
      one.text.split("\n").forEach((text, place) => {
        if (place) close();
        if (text) { left.push({ kind: "kept", text }); right.push({ kind: "kept", text }); }
      });
      continue;
    }
    touched = true;
    (one.kind === "out" ? left : right).push({ ...one, last: false });
  }
  close();
  const make = (cell) => {
    if (cell.cut) return [h("p", { class: "fold" }, `${number(cell.cut.characters)} characters left out here`)];
    const kind = cell.touched ? "c" : "same";
    return [h("div", { class: kind, dir: "auto" }, cell.left.map((part) => piece(part, null))), h("div", { class: kind, dir: "auto" }, cell.right.map((part) => piece(part, null)))];
  };
  const front = detail.header || detail.front ? [h("div", { class: "c mono" }, shown(detail.header || "")), h("div", { class: "c mono" }, shown(detail.front || ""))] : [];
  grid.append(...front, ...folded(cells, make).flat(Infinity));
  return grid;
}

// ---------------------------------------------------------------- the other tabs

const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 1).replace(/([[{])\n\s*/g, "$1").replace(/\n\s*([\]}])/g, "$1").replace(/\n\s*/g, " "));

function table(head_, rows, numeric) {
  const right = new Set(numeric || []);
  return h("div", { class: "wrap", tabindex: "0", role: "region", "aria-label": head_.join(", ") }, h("table", { class: "stack" }, h("thead", null, h("tr", null, head_.map((name, place) => h("th", { scope: "col", class: right.has(place) ? "num" : null }, name)))),
    h("tbody", null, rows.map((row) => h("tr", { class: row.kind || null }, row.map((cell, place) => h("td", { "data-name": head_[place], class: right.has(place) ? "num" : null }, cell)))))));
}

const value = (content) => h("div", { class: "val", dir: "auto" }, shown(asText(content)));

function metadata(detail) {
  const rows = detail.origins.map(([key, from, raw, written, note, used]) => {
    const same = JSON.stringify(raw) === JSON.stringify(written);
    const row = [h("code", null, shown(key)), [h("span", { class: "arrow", "aria-hidden": "true" }, "← "), h("code", null, shown(from))],
      used ? (same ? value(written) : [value(raw), h("div", null, h("span", { class: "arrow" }, "→ "), h("span", { class: "val" }, shown(asText(written))))]) : value(raw),
      [used ? null : "not taken: ", shown(note)]];
    if (!used) row.kind = "lost";
    return row;
  });
  const facts = detail.facts;
  const digests = [["Raw file", `${number(facts.raw_bytes)} bytes`, facts.raw_sha256], ["Clean file", `${number(facts.clean_bytes || 0)} bytes`, facts.clean_sha256],
    ["Body", "", facts.body_sha256]].map(([name, size, sha]) => [name, size, h("code", null, sha || "")]);
  return [
    rows.length ? table(["Field", "From", "Value", "How"], rows) : h("p", { class: "note" }, "No field of this document came from its text or header."),
    h("h3", null, "Where it comes from"),
    table(["What", "Size", "sha256"], digests),
    h("p", null, `Read as ${facts.encoding} (${facts.encoding_basis}); ${facts.format}, ${facts.layout}${facts.producer ? ", written by " + facts.producer : ""}.`),
    detail.front ? [h("h3", null, "Front matter"), h("pre", { dir: "auto", tabindex: "0" }, shown(detail.front))] : null,
  ];
}

const ruleLink = (code) => h("a", { href: "#/rule/" + encodeURIComponent(code) }, `${code}`);

function findings(detail, doc) {
  if (!detail.findings.length) return h("p", { class: "note good" }, "Nothing in this document needs a person.");
  return table(["Place", "Rule", "What", "Text"], detail.findings.map(([code, line, column, , , message, excerpt]) =>
    [detail.converted ? `${line}:${column}` : h("a", { href: `${linkTo(doc, "changes")}/L${line}` }, `${line}:${column}`), [ruleLink(code), " ", nameOf(code)], shown(message), h("code", { dir: "auto" }, shown(excerpt))]));
}

function ledger(detail) {
  const rows = detail.ledger.map(([pass, stage, code, line, column, before, after, note, repeat]) => [
    `${pass + 1} ${stage}`, [ruleLink(code), " ", nameOf(code)], `${line}:${column}`, before ? h("del", { class: family(code) }, shown(before, !before.trim())) : "",
    after ? h("ins", { class: family(code) }, shown(after, !after.trim())) : "", [shown(note), repeat > 1 ? ` ${number(repeat)} times` : null]]);
  const cut = detail.ledgerOf > rows.length ? h("p", { class: "hint" }, `The first ${number(rows.length)} of ${number(detail.ledgerOf)} entries; ingest show --edits lists them all.`) : null;
  return [cut, table(["Pass", "Rule", "Place", "Before", "After", "Note"], rows)];
}

function rawHeader(detail) {
  return h("pre", { dir: "auto", tabindex: "0" }, shown(detail.header));
}

function dropped(detail) {
  return [h("p", null, "Parts of the page that are in neither body nor metadata, with their place in the source and the reason."),
    table(["Rule", "Place", "Why", "Text"], detail.blocks.map(([code, place, reason, text]) =>
      [[ruleLink(code), " ", nameOf(code)], h("code", null, shown(place)), shown(reason), h("div", { class: "val", dir: "auto" }, shown(text.length > 1500 ? text.slice(0, 1500) + " …" : text))]))];
}

function quarantined(detail) {
  const facts = detail.facts;
  return [
    h("p", { class: "note bad" }, h("strong", null, `Refused at ${facts.stage}: `), shown(facts.reason || "")),
    facts.hint ? h("p", null, "What to do: ", shown(facts.hint), ".") : null,
    h("p", null, `Its ${number(facts.raw_bytes || 0)} bytes are kept as they came`, facts.raw_sha256 ? [", sha256 ", h("code", null, facts.raw_sha256)] : null, ". Try it again with ",
      h("code", null, "ingest run --retry-quarantine"), "."),
    facts.preview ? [h("h3", null, "How it begins"), h("pre", { tabindex: "0" }, shown(facts.preview))] : null,
  ];
}

// ---------------------------------------------------------------- overview

function overview() {
  const main = $("main");
  const parts = [back(), h("h2", null, "Overview")];
  const cards = h("div", { class: "cards" });
  const bad = data.documents.filter((doc) => doc[STATUS] === 1);
  if (bad.length) cards.append(h("section", { class: "card wide" }, h("h3", null, `In quarantine: ${number(bad.length)}`),
    h("ul", null, bad.slice(0, 20).map((doc) => h("li", null, h("a", { href: linkTo(doc) }, shown(doc[SOURCE])), h("small", null, shown(doc[REASON])))))));
  const edits = Object.entries(data.counts).map(([code, [count]]) => [code, count]).filter(([code, count]) => count && !code.startsWith("DOC")).sort((a, b) => b[1] - a[1]);
  if (edits.length) cards.append(h("section", { class: "card" }, h("h3", null, "Edits by rule"), bars(edits.slice(0, 16))));
  if (!data.documents.length) cards.append(h("section", { class: "card wide" }, h("p", { class: "hint" }, "No documents yet: the raw folder held no files.")));
  else cards.append(h("section", { class: "card" }, h("h3", null, "How much was removed"), h("p", { class: "hint" }, "Documents by the share of their characters that was taken out."), shares()));
  const found = Object.entries(data.counts).map(([code, [, count]]) => [code, count]).filter(([, count]) => count).sort((a, b) => b[1] - a[1]);
  if (found.length) cards.append(h("section", { class: "card" }, h("h3", null, "Findings: for a person to look at"), bars(found.slice(0, 12), "finding")));
  if (data.runs.length > 1) cards.append(h("section", { class: "card" }, h("h3", null, "Runs"), runs()));
  const largest = data.documents.filter((doc) => doc[STATUS] === 0 && doc[REMOVED]).sort((a, b) => share(b) - share(a) || byPath(a, b)).slice(0, 12);
  if (largest.length) cards.append(h("section", { class: "card" }, h("h3", null, "Largest removals"),
    h("ol", null, largest.map((doc) => h("li", null, h("a", { href: linkTo(doc), dir: "auto" }, shown(titleOf(doc))), h("small", null, `${percent(share(doc))}, ${number(doc[REMOVED])} characters · `, shown(doc[SOURCE])))))));
  parts.push(cards);
  main.replaceChildren(...parts);
  main.scrollTop = 0;
}

function bars(entries, kind) {
  const most = Math.max(...entries.map(([, count]) => count));
  const step_ = 26;
  const svg = h("svg", { viewBox: `0 0 420 ${entries.length * step_}`, role: "group", "aria-label": kind === "finding" ? "Findings by rule" : "Edits by rule" });
  entries.forEach(([code, count], place) => {
    const y = place * step_;
    const wide = Math.max(2, (count / most) * 160);
    const bar = h("rect", { class: "bar", x: 200, y: y + 5, width: wide, height: 14, rx: 3 });
    bar.style.fill = `var(--${code.replace(/[0-9]+$/, "").toLowerCase()}, var(--doc))`;
    svg.append(h("a", { svg: true, href: "#/rule/" + code, "aria-label": `${code} ${nameOf(code)}: ${number(count)}` },
      h("rect", { class: "hit", x: 0, y, width: 420, height: step_ }),
      h("text", { x: 0, y: y + 17 }, code), h("text", { x: 62, y: y + 17, class: "soft" }, clip(nameOf(code), 20)),
      bar, h("text", { x: 206 + wide, y: y + 17 }, number(count))));
  });
  return svg;
}

const clip = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

function shares() {
  const count = new Map(BUCKETS.map(([, , name]) => [name, 0]));
  for (const doc of data.documents) if (doc[STATUS] !== 1) count.set(bucket(doc), count.get(bucket(doc)) + 1);
  const most = Math.max(1, ...count.values());
  const step_ = 26;
  const svg = h("svg", { viewBox: `0 0 420 ${BUCKETS.length * step_}`, role: "group", "aria-label": "Documents by removed share" });
  [...count].forEach(([name, many], place) => {
    const y = place * step_;
    const wide = many ? Math.max(2, (many / most) * 220) : 0;
    const bar = h("rect", { class: "bar", x: 130, y: y + 5, width: wide, height: 14, rx: 3 });
    bar.style.fill = "var(--web)";
    const link = h("a", { svg: true, href: "#/", "aria-label": `${name}: ${plural(many, "document")}` }, h("rect", { class: "hit", x: 0, y, width: 420, height: step_ }),
      h("text", { x: 0, y: y + 17 }, name), bar, h("text", { x: 136 + wide, y: y + 17 }, number(many)));
    link.addEventListener("click", (event) => { event.preventDefault(); choose("removed", name); if (window.innerWidth <= 820) location.hash = "#/"; });
    svg.append(link);
  });
  return svg;
}

function runs() {
  const all = [...data.runs].reverse().slice(-24);
  const touched = (run) => (run.counts.new || 0) + (run.counts.changed || 0) + (run.counts["newly-fixed"] || 0);
  const height = (run) => touched(run) + (run.counts["newly-failing"] || 0) + (run.counts.retired || 0);
  const most = Math.max(1, ...all.map(height));
  const wide = 420 / all.length;
  const svg = h("svg", { viewBox: "0 0 420 150", role: "img", "aria-label": "Documents touched by each run, oldest first" });
  all.forEach((run, place) => {
    const parts = [[touched(run), "--img", "new or changed"], [run.counts["newly-failing"] || 0, "--bad", "newly failing"], [run.counts.retired || 0, "--txt", "retired"]];
    let y = 120;
    const group = h("g", null, h("title", null, `${run.id}: ${run.state}, ${parts.map(([count, , name]) => `${number(count)} ${name}`).join(", ")}`));
    for (const [count, colour] of parts) {
      const tall = count ? Math.max(2, (count / most) * 100) : 0;
      y -= tall;
      const bar = h("rect", { x: place * wide + wide * 0.12, y, width: Math.min(46, wide * 0.76), height: tall, rx: 2 });
      bar.style.fill = `var(${colour})`;
      group.append(bar);
    }
    if (height(run)) group.append(h("text", { x: place * wide + wide * 0.12, y: y - 4 }, number(height(run))));
    svg.append(group);
  });
  svg.append(h("line", { class: "axis", x1: 0, x2: 420, y1: 120.5, y2: 120.5 }), h("text", { class: "soft", x: 0, y: 138 }, (all[0].started || "").slice(0, 10)),
    h("text", { class: "soft", x: 420, y: 138, "text-anchor": "end" }, (all[all.length - 1].started || "").slice(0, 10)));
  const rows = all.slice(-6).reverse().map((run) => [h("code", null, run.id), run.state, number(height(run)), number(run.counts.documents || 0)]);
  return [h("p", { class: "hint" }, "Documents that each run touched."), svg, table(["Run", "State", "Touched", "Documents"], rows, [2, 3])];
}

function rulePage(code) {
  const entry = data.rules[code];
  const main = $("main");
  if (!entry) { main.replaceChildren(back(), h("p", { class: "note" }, "There is no such rule.")); return; }
  const [name, safety, page] = entry;
  const [edits, found] = data.counts[code] || [0, 0];
  const docs = data.documents.map((doc) => [doc, [...pairs(doc[RULES]), ...pairs(doc[FINDINGS])].filter(([one]) => one === code).reduce((sum, [, count]) => sum + count, 0)])
    .filter(([, count]) => count).sort((a, b) => b[1] - a[1] || byPath(a[0], b[0]));
  main.replaceChildren(back(), h("h2", null, `${code} ${name}`),
    h("p", { class: "facts" }, h("span", { class: "badge" }, safety), " ", h("span", { class: "badge" }, plural(edits, "edit")), " ", h("span", { class: "badge" }, plural(found, "finding")), " ",
      h("button", { type: "button", onclick: () => choose(found > edits ? "finding" : "rule", code) }, "Filter the list by it")),
    h("div", { class: "page" }, prose(page)),
    h("h3", null, `In ${plural(docs.length, "document")}`),
    table(["Times", "Document", "Path"], docs.slice(0, 200).map(([doc, count]) => [number(count), h("a", { href: linkTo(doc), dir: "auto" }, shown(titleOf(doc))), h("code", null, shown(doc[SOURCE]))]), [0]));
  main.scrollTop = 0;
}

/** A rule's page: paragraphs, lists, fenced examples, and code between backticks. */
function prose(text) {
  const inline = (part) => part.split(/(`[^`]+`)/).map((one) => (/^`[^`]+`$/.test(one) ? h("code", null, one.slice(1, -1)) : one));
  return text.split(/^(`{3,}[^\n]*\n[\s\S]*?^`{3,}[ ]*$)/m).flatMap((part) => {
    if (part.startsWith("```")) return [h("pre", { tabindex: "0" }, shown(part.replace(/^`+[^\n]*\n/, "").replace(/\n?`+[ ]*$/, "")))];
    return part.split(/\n{2,}/).filter((one) => one.trim()).map((one) => (/^(?:[-*] |    )/m.test(one.trim()) ? h("p", { class: "kept" }, inline(one.trim())) : h("p", null, inline(one.trim().replace(/\n/g, " ")))));
  });
}

// ---------------------------------------------------------------- moving about

function parse() {
  const [, kind, name, tab, hit] = location.hash.split("/");
  try {
    return { kind: kind || "", name: name ? decodeURIComponent(name) : "", tab, hit };
  } catch {
    return { kind: "", name: "" };
  }
}

function route() {
  hideTip();
  const { kind, name, tab, hit } = parse();
  document.body.dataset.view = kind ? "doc" : "list";
  const doc = kind === "doc" && bySource.get(name);
  if (doc) { openDocument(doc, tab, hit); return; }
  current = "";
  mark();
  if (kind === "rule") rulePage(name);
  else if (kind === "doc") $("main").replaceChildren(back(), h("p", { class: "note" }, "There is no such document in this report."));
  else overview();
}

function goTo(place) {
  const all = [...$("main").querySelectorAll("[data-place]")];
  for (const one of all) one.classList.remove("at");
  const target = all.find((one) => Number(one.dataset.place) === place);
  if (!target) return;
  target.classList.add("at");
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function jump(by) {
  const places = [...new Set([...$("main").querySelectorAll("[data-place]")].map((one) => Number(one.dataset.place)))];
  if (!places.length) return;
  const at = $("main").querySelector(".at");
  const now = at ? places.indexOf(Number(at.dataset.place)) : by > 0 ? -1 : places.length;
  goTo(places[Math.max(0, Math.min(places.length - 1, now + by))]);
}

const tip = $("tip");
function showTip(target) {
  const codes = (target.dataset.codes || "").split(" ").filter(Boolean);
  if (!codes.length) return;
  tip.replaceChildren(...codes.map((code) => h("div", null, h("b", null, code), ` ${nameOf(code)}`)), ...(target.dataset.notes ? [h("div", null, shown(target.dataset.notes))] : []));
  tip.hidden = false;
  const box = target.getBoundingClientRect();
  const wide = tip.offsetWidth;
  tip.style.left = `${Math.max(8, Math.min(window.innerWidth - wide - 8, box.left))}px`;
  const below = box.bottom + 6 + tip.offsetHeight < window.innerHeight;
  tip.style.top = `${below ? box.bottom + 6 : Math.max(4, box.top - tip.offsetHeight - 6)}px`;
  target.setAttribute("aria-describedby", "tip");
}
function hideTip() {
  tip.hidden = true;
  for (const one of document.querySelectorAll("[aria-describedby=tip]")) one.removeAttribute("aria-describedby");
}
const marked = (event) => event.target instanceof Element && event.target.closest("[data-codes]");
for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => { const target = marked(event); if (target) showTip(target); });
for (const name of ["mouseout", "focusout"]) document.addEventListener(name, (event) => { if (marked(event)) hideTip(); });
document.addEventListener("scroll", hideTip, true);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (event.key === "Escape") { hideTip(); if (typing) event.target.blur(); return; }
  if (typing) { if (event.key === "Enter" && event.target.id === "q") { event.preventDefault(); event.target.blur(); step(1); } return; }
  const actions = { j: () => step(1), k: () => step(-1), n: () => jump(1), p: () => jump(-1), o: () => { location.hash = "#/overview"; },
    "/": () => { if (window.innerWidth <= 820) location.hash = "#/"; $("q").focus(); $("q").select(); }, "?": () => $("help").click() };
  if (/^[1-7]$/.test(event.key)) {
    const tab = $("main").querySelectorAll("[role=tab]")[Number(event.key) - 1];
    if (tab) tab.click();
  } else if (actions[event.key]) {
    event.preventDefault();
    actions[event.key]();
  }
});

function remembered(name, setting) {
  try {
    if (setting === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, setting);
  } catch { /* a page from disk may have no storage */ }
  return null;
}

function theme(name) {
  if (name) document.documentElement.dataset.theme = name;
  const dark = name ? name === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  $("theme").setAttribute("aria-pressed", String(dark));
}

$("theme").addEventListener("click", () => {
  const next = $("theme").getAttribute("aria-pressed") === "true" ? "light" : "dark";
  remembered("ingest-theme", next);
  theme(next);
});
$("help").addEventListener("click", () => {
  $("keys").hidden = !$("keys").hidden;
  $("help").setAttribute("aria-expanded", String(!$("keys").hidden));
});
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("q").addEventListener("input", (event) => { chosen.q = event.target.value; filter(); });
$("more").addEventListener("click", more);
$("clear").addEventListener("click", () => { reset(); $("q").focus(); });
new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting) && made && made < visible.length) more(); }, { rootMargin: "400px" }).observe($("more"));
window.addEventListener("hashchange", route);

head();
makeFacets();
theme(remembered("ingest-theme"));
filter();
route();
