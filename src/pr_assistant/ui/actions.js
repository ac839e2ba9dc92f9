// What the browser does by itself with an answer: copies it with its citation, saves the
// conversation, moves the focus to where work goes on, and closes the list of releases behind it.
// All text comes from the server, as text; nothing here makes markup of any.
(() => {
  "use strict";
  const SHOWN_MS = 2000;

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { // no permission, or no secure context
      const carrier = document.createElement("textarea");
      carrier.value = text;
      carrier.style.cssText = "position: fixed; opacity: 0";
      const before = document.activeElement;
      document.body.append(carrier);
      carrier.select();
      const done = document.execCommand("copy");
      carrier.remove();
      before?.focus({ preventScroll: true });
      return done;
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-action=copy]");
    if (!button || button.dataset.label) return;
    button.dataset.label = button.textContent;
    button.textContent = (await copied(button.dataset.copy)) ? "Copied" : "Could not copy";
    setTimeout(() => {
      button.textContent = button.dataset.label;
      delete button.dataset.label;
    }, SHOWN_MS);
  });

  document.addEventListener("save", (event) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([event.detail], { type: "text/markdown" }));
    link.download = "questions.md";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), SHOWN_MS);
  });

  // The server sets the conversation anew after each event: the focus goes where work goes on.
  let next = "";
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-exchange]");
    if (!button) return;
    const { action, exchange } = button.dataset;
    if (action === "like") next = `.why[data-exchange="${exchange}"] input`;
    if (action === "edit" || action === "retry") next = "#question :is(textarea, input)";
  });
  document.addEventListener("submit", (event) => {
    const { exchange, good } = event.target.dataset;
    next = `.exchange:has(.thanks) .thumb[data-exchange="${exchange}"][data-good="${good}"]`;
  });
  new MutationObserver(() => {
    const target = next && document.querySelector(next);
    if (!target) return;
    next = "";
    target.focus({ preventScroll: true });
  }).observe(document, { subtree: true, childList: true });

  // Gradio opens the list at any key, the Tab that leaves it included.
  document.addEventListener("focusout", (event) => {
    const picker = event.target.closest("#picker input");
    if (!picker) return;
    setTimeout(() => {
      if (picker !== document.activeElement) picker.dispatchEvent(new FocusEvent("blur"));
    });
  });
})();
