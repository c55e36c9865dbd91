// Mouse, keys, controls and the start; what they call is in page.js, which stands before this in the same block.

// The gravest finding that covers a mark; among equals the shortest.
const covering = (file, index) => {
  const holding = (ranges) => ranges.find(([first, last]) => first <= index && index <= last);
  const found = file.findings.filter((one) => one.shown).map((one) => ({ one, range: holding([...one.own, ...one.members]) })).filter(({ range }) => range);
  return found.sort((a, b) => levels.indexOf(a.one.level) - levels.indexOf(b.one.level) || a.range[1] - a.range[0] - (b.range[1] - b.range[0]));
};

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest("a[href^='#']");
  if (link) {
    if (follow(link.hash)) event.preventDefault();
    return;
  }
  const entry = event.target.closest(".finding");
  if (entry && !event.target.closest("summary") && getSelection().isCollapsed) {
    const found = finding.get(entry.id);
    toDraft(found, found.one.anchors[0]);
    return;
  }
  const at = markAt.get(event.target.closest("mark"));
  if (at && getSelection().isCollapsed) {
    const found = covering(at.file, at.index);
    if (!found.length) return;
    // A further click on the same words goes on to the next finding about them.
    const here = active ? found.findIndex(({ one }) => one === active.one) : -1;
    toList({ file: at.file, one: found[(here + 1) % found.length].one });
    return;
  }
  const button = event.target.closest(".steps button");
  if (button) { step(button.classList.contains("next") ? 1 : -1); button.focus({ preventScroll: true }); }
  if (event.target.closest(".everything")) { showAll(); current.section.querySelector(".go")?.focus(); }
  const families = by("families");
  if (families?.open && !families.contains(event.target)) families.open = false;
});

document.addEventListener("pointerover", (event) => {
  const mark = event.target.closest?.("mark");
  const at = markAt.get(mark);
  if (at) mark.title = covering(at.file, at.index).map(({ one }) => one.main.querySelector(".message").textContent).join("\n");
});

const help = by("help");
const openHelp = () => { if (!help.open) help.showModal(); };
by("keys")?.addEventListener("click", openHelp);
by("close")?.addEventListener("click", () => help.close());

const escape = () => {
  const families = by("families");
  if (families?.open) {
    families.open = false;
    families.querySelector("summary").focus();
  } else if (search && (document.activeElement === search || search.value)) {
    search.value = "";
    filter(current);
    search.blur();
  } else {
    select(null);
    document.activeElement?.blur();
    remember(location.pathname + location.search);
  }
};

const actions = {
  j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), "?": openHelp,
  "/": () => { search?.focus(); search?.select(); },
  f: () => boxes.level[0]?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  if (event.key === "Escape") { escape(); return; }
  const typing = event.target.matches?.("input:not([type=checkbox]), select, textarea");
  const action = by("single").checked && !typing && actions[event.key];
  if (action) { event.preventDefault(); action(); }
});

// --- Start ---

const tools = by("tools");
if (tools) {
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  for (const box of [...boxes.level, ...boxes.family]) box.addEventListener("change", () => filter(current));
  search?.addEventListener("input", () => filter(current));
  const measure = () => page.style.setProperty("--bar", getComputedStyle(tools).position === "sticky" ? `${tools.offsetHeight}px` : "0px");
  new ResizeObserver(measure).observe(tools);
  measure();
}
const pick = by("pick");
if (pick) {
  for (const link of all(".files li")) {
    pick.add(new Option(link.textContent.trim().replace(/\s+(\S+( 条)?)$/, " · $1"), link.querySelector("a").hash.slice(1)));
  }
  pick.addEventListener("change", () => {
    select(null);
    turnTo(files.find((file) => file.section.id === pick.value));
    scrollTo(0, 0);
  });
}
for (const steps of all(".steps")) steps.hidden = false;
// Paper shows every draft, each with what the filters leave of it.
addEventListener("beforeprint", () => files.forEach(filter));
turnTo(files[0]);
addEventListener("hashchange", () => follow(location.hash));
if (location.hash) follow(location.hash);
