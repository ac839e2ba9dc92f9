// Brings things into view: a mark when its chip is clicked or its answer arrives, the words of a
// fact when its row is, the newest question in the conversation; and switches between the tabs.
// All text is set by the server; nothing here writes any.
(() => {
  "use strict";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const stacked = matchMedia("(max-width: 800px)");
  const behavior = () => (calm.matches ? "auto" : "smooth");

  function show(number) {
    const anchor = document.getElementById(`m${number}`);
    if (!anchor) return;
    open("release");
    anchor.scrollIntoView({ behavior: behavior(), block: "start" });
    for (const mark of document.querySelectorAll(`mark[data-citations~="${number}"]`)) {
      mark.classList.remove("shown");
      void mark.offsetWidth; // lets the animation start anew
      mark.classList.add("shown");
    }
  }

  function back(number) {
    const chips = document.querySelectorAll(`.chip[data-number="${number}"]`);
    const last = chips[chips.length - 1];
    if (!last) return;
    if (stacked.matches) open("chat");
    last.scrollIntoView({ behavior: behavior(), block: "center" });
    last.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.chip, a.num");
    if (!link) return;
    event.preventDefault();
    (link.matches(".chip") ? show : back)(Number(link.dataset.number));
  });

  // The tabs. The choice stands at the root, where no update of the page's parts undoes it. In a
  // wide window the chat stands beside them all; in a narrow one it is a tab of its own.
  const tabs = () => [...document.querySelectorAll("#tabs [role=tab]")];
  const opened = () => document.documentElement.dataset.tab;
  const left = {}; // how far each tab was scrolled when it was left

  function scrolled(to) {
    const pane = stacked.matches ? document.scrollingElement : document.getElementById("paper");
    if (!pane) return 0;
    if (to !== undefined) pane.scrollTo({ top: to, behavior: "instant" });
    return pane.scrollTop;
  }

  function open(name) {
    if (name === opened()) return;
    left[opened()] = scrolled();
    document.documentElement.dataset.tab = name;
    label();
    scrolled(left[name] ?? 0);
  }

  function label() {
    for (const tab of tabs()) {
      const chosen = tab.dataset.tab === opened();
      if (tab.getAttribute("aria-selected") === String(chosen)) continue;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
    }
    const talk = document.getElementById("talk"); // a panel of a tab, or a pane of its own
    if (stacked.matches) talk?.setAttribute("role", "tabpanel");
    else talk?.removeAttribute("role");
  }

  function arrange() {
    if (stacked.matches) open("chat");
    else if (opened() !== "facts" && opened() !== "quotations") open("release");
  }
  stacked.addEventListener("change", () => {
    arrange();
    label();
  });
  arrange();

  document.addEventListener("click", (event) => {
    const tab = event.target.closest("#tabs [role=tab]");
    if (tab) open(tab.dataset.tab);
  });
  document.addEventListener("keydown", (event) => {
    if (!event.target.closest("#tabs") || !/^Arrow(Left|Right)$/.test(event.key)) return;
    const shown = tabs().filter((tab) => tab.offsetParent);
    const step = event.key === "ArrowRight" ? 1 : shown.length - 1;
    const at = shown.findIndex((tab) => tab.dataset.tab === opened());
    const other = shown[(at + step) % shown.length];
    open(other.dataset.tab);
    other.focus();
  });

  // The facts: a row shows its words, Escape leads back to it.
  let row = null;

  function unmark() {
    for (const words of document.querySelectorAll(".fact.on")) {
      words.classList.remove("on");
      words.removeAttribute("role");
      words.removeAttribute("tabindex");
    }
    row?.removeAttribute("aria-current");
    row = null;
  }

  function mark(button) {
    const words = document.querySelectorAll(`.fact[data-facts~="${button.dataset.fact}"]`);
    if (!words.length) return;
    unmark();
    row = button;
    row.setAttribute("aria-current", "true");
    open("release");
    for (const part of words) {
      part.classList.add("on");
      part.setAttribute("role", "mark");
    }
    words[0].tabIndex = -1;
    words[0].focus({ preventScroll: true });
    words[0].scrollIntoView({ behavior: behavior(), block: "start" });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".facts button");
    if (button) mark(button);
    else if (getSelection().isCollapsed) {
      const first = event.target.closest(".facts tbody tr")?.querySelector("button");
      if (first) mark(first);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !row || event.target.closest("input, textarea")) return;
    const from = row;
    unmark();
    const panel = from.closest("[role=tabpanel]");
    if (!panel) return;
    open(panel.id.replace("shown-", ""));
    from.focus();
  });

  const plain = (text) => text.replace(/\s+/g, " ").trim();

  function empty() { // the box, once its question stands in the conversation; a draft stays
    const box = document.querySelector("#question textarea");
    const asked = [...document.querySelectorAll(".turns .q p")].pop();
    if (!box || !asked || !plain(box.value).startsWith(plain(asked.textContent).replace(/ …$/, "")))
      return;
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  let focus = "";
  let state = "";
  let release = null;
  function follow() {
    if (tabs().length && !document.querySelector("#tabs [aria-selected=true]")) label();
    const article = document.querySelector(".release");
    if (article && article.dataset.release !== release) {
      // Another release is read from its beginning.
      for (const tab of ["release", "facts", "quotations"]) delete left[tab];
      if (release !== null && opened() !== "chat") scrolled(0);
      release = article.dataset.release;
    }
    const now = article?.dataset.focus ?? "";
    if (now !== focus) {
      focus = now;
      // In a narrow window the answer is what is being read: stay there, unless a chip asked.
      if (now && (!stacked.matches || asked)) show(Number(now.split(":")[1]));
      if (now) asked = false;
    }
    const turns = document.querySelector(".turns");
    if (turns && turns.dataset.state !== state) {
      // A question that was asked, not one that was there when the page came.
      if (state && parseInt(turns.dataset.state) > parseInt(state)) empty();
      state = turns.dataset.state;
      following = true;
    }
    keepUp();
  }

  // The newest question stands at the top, or all of its answer can be seen: also while the answer
  // grows and the suggestions below it come, until the reader scrolls or does something else.
  let following = false;
  let [room, newest] = ["", null];
  let watched = null;
  const sized = new ResizeObserver(keepUp);

  function keepUp() {
    const pane = document.getElementById("conversation");
    if (pane && pane !== watched) sized.observe((watched = pane));
    const last = pane?.querySelector(".exchange:last-child");
    if (!following || !last?.offsetParent) return;
    // What is drawn anew may have been scrolled away, though it is as large as before.
    const now = `${state} ${last.offsetHeight} ${pane.clientHeight}`;
    if (now === room && last === newest) return;
    [room, newest] = [now, last];
    last.scrollIntoView({ behavior: behavior(), block: "start" });
  }
  for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    document.addEventListener(act, () => (following = false), { capture: true, passive: true });
  }

  let asked = false; // a chip of a release that is still to come
  document.addEventListener("click", (event) => {
    const chip = event.target.closest("a.chip");
    if (chip && !document.getElementById(`m${chip.dataset.number}`)) asked = true;
  });

  new MutationObserver(follow).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-focus", "data-state"],
  });
})();
