// Filters, and the way between the list and the draft. Everything is on the page already; nothing is fetched.
// page_events.js follows in the same block.
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const by = (id) => document.getElementById(id);
const levels = ["error", "warning", "info", "ignored"];
const page = document.documentElement;
page.classList.add("js");

const between = (element) => {
  const [first, last] = (element.dataset.marks || "0--1").split("-", 2).map(Number);
  return element.dataset.marks ? [first, last] : null;
};

// One object a draft: its marks in reading order, and its findings with the marks each covers.
const files = all(".file").map((section) => {
  const marks = all(".draft mark", section);
  const findings = all(".finding", section).map((entry) => {
    const group = "group" in entry.dataset;
    const [main, ...links] = entry.getElementsByTagName("a");
    const ranges = (some) => some.map(between).filter(Boolean);
    return {
      entry, main, links,
      level: entry.dataset.level,
      family: entry.dataset.family,
      count: Number(entry.dataset.group || 1),
      own: by(main.hash.slice(1)).classList.contains("point") ? [] : ranges([main]),
      members: group ? ranges(links) : [],
      others: group ? [] : ranges(links),
      anchors: [main, ...links].map((link) => by(link.hash.slice(1))).filter(Boolean),
      text: "",
      shown: true,
    };
  });
  return { section, marks, findings, status: section.querySelector(".shown"), total: section.querySelector(".shown")?.textContent };
});
const finding = new Map(files.flatMap((file) => file.findings.map((one) => [one.entry.id, { file, one }])));
const markAt = new Map(files.flatMap((file) => file.marks.map((mark, index) => [mark, { file, index }])));

let current = files[0];
let active = null;

// --- Filters ---

const search = by("search");
const boxes = { level: all(".levels input"), family: all(".families input") };
const chosen = (kind) => new Set(boxes[kind].filter((box) => box.checked).map((box) => box.value));

const paint = (file) => {
  const steps = levels.map(() => new Int32Array(file.marks.length + 1));
  for (const one of file.findings) {
    if (!one.shown) continue;
    const changes = steps[levels.indexOf(one.level)];
    for (const [first, last] of [...one.own, ...one.members]) {
      changes[first] += 1;
      changes[last + 1] -= 1;
    }
  }
  const sums = levels.map(() => 0);
  file.marks.forEach((mark, index) => {
    let gravest = "also";
    levels.forEach((level, rank) => {
      sums[rank] += steps[rank][index];
      if (sums[rank] && gravest === "also") gravest = level;
    });
    const wanted = gravest + (mark.classList.contains("active") ? " active" : "") + (mark.classList.contains("beside") ? " beside" : "");
    if (mark.className !== wanted) mark.className = wanted;
  });
};

const filter = (file) => {
  const wanted = { level: chosen("level"), family: chosen("family") };
  const words = (search?.value || "").trim().toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const one of file.findings) {
    if (words.length && !one.text) one.text = one.entry.textContent.toLowerCase();
    one.shown = wanted.level.has(one.level) && wanted.family.has(one.family) && words.every((word) => one.text.includes(word));
    one.entry.hidden = !one.shown;
    for (const anchor of one.anchors) anchor.hidden = !one.shown;
    count += one.shown ? 1 : 0;
  }
  if (active && !active.one.shown) select(null);
  paint(file);
  if (!file.status) return;
  const every = file.findings.length;
  file.status.textContent = count === every ? file.total : file.status.dataset.some.replace("{0}", count).replace("{1}", every);
  file.section.querySelector(".nothing").hidden = count > 0;
  by("families")?.classList.toggle("some", boxes.family.some((box) => !box.checked));
};

const tally = (file) => {
  for (const [kind, list] of Object.entries(boxes)) {
    const counts = new Map();
    for (const one of file.findings) counts.set(one[kind], (counts.get(one[kind]) || 0) + one.count);
    for (const box of list) box.parentElement.querySelector(".count").textContent = counts.get(box.value) || 0;
  }
};

// --- Selection ---

const touch = (ranges, name, on) => {
  for (const [first, last] of ranges) {
    for (let index = first; index <= last; index += 1) active.file.marks[index].classList.toggle(name, on);
  }
};

const light = (on) => {
  touch([...active.one.own, ...active.one.members], "active", on);
  touch(active.one.others, "beside", on);
  active.one.entry.classList.toggle("active", on);
  active.one.anchors[0]?.classList.toggle("active", on);
  if (on) active.one.main.setAttribute("aria-current", "true");
  else active.one.main.removeAttribute("aria-current");
};

const select = (found) => {
  if (active) light(false);
  active = found;
  if (!found) return;
  light(true);
};

const reveal = (element, block) => element?.scrollIntoView({ block, inline: "nearest" });

// What is far away gets its real height only when it comes near: the second look is at the settled page.
const show = (element) => {
  reveal(element, "center");
  requestAnimationFrame(() => reveal(element, "center"));
};

// The element that a place of the draft is seen by: the mark after its anchor, or the anchor of a point.
const sight = (anchor) => (anchor.nextElementSibling?.tagName === "MARK" && !anchor.classList.contains("point") ? anchor.nextElementSibling : anchor);

const roll = (entry) => {
  const list = entry.closest(".list");
  if (list.scrollHeight <= list.clientHeight) return;
  const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
  const head = list.querySelector(".bar").offsetHeight;
  if (inner.top < outer.top + head || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - head - 8;
};

const turnTo = (file) => {
  if (!file) return;
  current = file;
  for (const other of files) other.section.classList.toggle("off", other !== file);
  if (by("pick")) by("pick").value = file.section.id;
  const number = file.section.id.split("-")[1];
  const skips = all(".skip a");
  skips[0]?.setAttribute("href", `#draft-${number}`);
  skips[1]?.setAttribute("href", `#findings-${number}`);
  tally(file);
  filter(file);
};

const visit = (found) => {
  if (found.file !== current) turnTo(found.file);
  if (!found.one.shown) showAll();
  select(found);
};

const remember = (hash) => {
  try { history.replaceState(null, "", hash); } catch { /* a page in a frame may have no history */ }
};

const toDraft = (found, anchor) => {
  visit(found);
  show(sight(anchor));
  anchor.focus({ preventScroll: true });
  roll(found.one.entry);
  remember(`#${anchor.id}`);
};

const toList = (found) => {
  visit(found);
  found.one.main.focus({ preventScroll: true });
  const list = found.one.entry.closest(".list");
  if (list.scrollHeight > list.clientHeight) roll(found.one.entry);
  else reveal(found.one.entry, "nearest");
  remember(`#${found.one.entry.id}`);
};

// Next or previous: the draft shows the place, the list keeps the focus.
const step = (way) => {
  const list = current.findings.filter((one) => one.shown);
  const here = active && active.file === current ? list.indexOf(active.one) : -1;
  let next = here < 0 ? (way > 0 ? 0 : list.length - 1) : here + way;
  let file = current;
  if (next < 0 || next >= list.length) {
    const at = files.indexOf(current);
    const ahead = way > 0 ? files.slice(at + 1) : files.slice(0, at).reverse();
    const before = current;
    file = ahead.find((other) => { if (other.findings.length) turnTo(other); return other.findings.some((one) => one.shown); });
    if (!file) { if (before !== current) turnTo(before); return; }
    const shown = file.findings.filter((one) => one.shown);
    return stand(file, way > 0 ? shown[0] : shown[shown.length - 1]);
  }
  return stand(file, list[next]);
};

const stand = (file, one) => {
  select({ file, one });
  show(sight(one.anchors[0]));
  one.main.focus({ preventScroll: true });
  roll(one.entry);
  remember(`#${one.entry.id}`);
};

const showAll = () => {
  for (const box of [...boxes.level, ...boxes.family]) box.checked = true;
  if (search) search.value = "";
  filter(current);
};

const follow = (hash) => {
  const id = decodeURIComponent(hash.slice(1));
  const parts = /^([emr])(\d+-\d+)(?:-\d+)?$/.exec(id);
  const found = parts && finding.get(`e${parts[2]}`);
  if (found && parts[1] === "e") toList(found);
  else if (found && by(id)) toDraft(found, by(id));
  const file = files.find((one) => one.section.id === id || (!found && one.section.contains(by(id))));
  if (file && !found) turnTo(file);
  return Boolean(found);
};
