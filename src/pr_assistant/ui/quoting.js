// Shows the quote of a citation beside its chip, for the mouse that rests on it and for the focus of
// the keyboard; Escape takes it away. The words come from the chip, as text.
(() => {
  "use strict";
  const GAP = 6;
  const LEAVING_MS = 150; // on the way from the chip to the quote

  const card = document.createElement("div");
  card.id = "quoted";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  const [words, place] = [document.createElement("q"), document.createElement("small")];
  card.append(words, place);
  document.body.append(card);

  let chip = null;
  let leaving = 0;

  function show(one) {
    clearTimeout(leaving);
    if (one === chip) return;
    hide();
    chip = one;
    chip.setAttribute("aria-describedby", card.id);
    words.textContent = chip.dataset.quote;
    words.classList.toggle("bare", !/["“”]/.test(chip.dataset.quote)); // without marks of its own
    place.textContent = chip.dataset.place;
    card.hidden = false;
    put();
  }

  function hide() {
    clearTimeout(leaving);
    chip?.removeAttribute("aria-describedby");
    chip = null;
    card.hidden = true;
  }

  // Below the chip, or above where there is no room; not over the release, where the same is marked.
  function put() {
    if (!chip.isConnected) return hide();
    const at = chip.getBoundingClientRect();
    if (at.bottom < 0 || at.top > innerHeight) return hide();
    const below = at.bottom + GAP + card.offsetHeight <= innerHeight;
    const top = below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - card.offsetHeight);
    const end = chip.closest("#conversation").getBoundingClientRect().right;
    const left = Math.min(at.left, end - card.offsetWidth - GAP);
    card.style.transform = `translate(${Math.max(GAP, left)}px, ${top}px)`;
  }

  const under = (event) => event.target.closest?.("a.chip");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return; // a tap goes to the words themselves
    if (under(event)) show(under(event));
    else if (event.target.closest?.("#quoted")) clearTimeout(leaving);
  });
  document.addEventListener("pointerout", (event) => {
    if (!chip || chip === document.activeElement) return;
    if (under(event) || event.target.closest?.("#quoted")) leaving = setTimeout(hide, LEAVING_MS);
  });
  document.addEventListener("focusin", (event) => {
    if (under(event)?.matches(":focus-visible")) show(under(event));
  });
  document.addEventListener("focusout", (event) => under(event) === chip && hide());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("click", (event) => under(event) && hide());
  document.addEventListener("scroll", () => chip && put(), true);
  new MutationObserver(() => chip && put()).observe(document, { subtree: true, childList: true });
})();
