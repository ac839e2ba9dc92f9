// Brings things into view: a mark when its chip is clicked or its answer arrives, the newest
// question in the conversation. All text is set by the server; nothing here writes any.
(() => {
  "use strict";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const stacked = matchMedia("(max-width: 800px)");
  const behavior = () => (calm.matches ? "auto" : "smooth");

  function show(number) {
    const anchor = document.getElementById(`m${number}`);
    if (!anchor) return;
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
    last.scrollIntoView({ behavior: behavior(), block: "center" });
    last.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.chip, a.num");
    if (!link) return;
    event.preventDefault();
    (link.matches(".chip") ? show : back)(Number(link.dataset.number));
  });

  let focus = "";
  let state = "";
  function follow() {
    const article = document.querySelector(".release");
    const now = article?.dataset.focus ?? "";
    if (now !== focus) {
      focus = now;
      // In a stacked page the answer is what is being read: stay there, unless a chip asked.
      if (now && (!stacked.matches || asked)) show(Number(now.split(":")[1]));
      if (now) asked = false;
    }
    const turns = document.querySelector(".turns");
    if (turns && turns.dataset.state !== state) {
      state = turns.dataset.state;
      const last = turns.querySelector(".exchange:last-child");
      last?.scrollIntoView({ behavior: behavior(), block: stacked.matches ? "nearest" : "start" });
    }
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
