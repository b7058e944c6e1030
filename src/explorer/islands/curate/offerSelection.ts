/**
 * Words that are selected in a source's text can be made a claim of, or, where the page has a form for one, fill its quote. A text is `[data-source]`, its paragraphs `[data-start]`, which
 * tells where in the stored text they begin, in UTF-16 code units; nothing else stands in them.
 */
export function offerSelection(): void {
  const offer = document.querySelector<HTMLAnchorElement>("#of-selection");
  if (!offer) return;
  const quote = document.querySelector<HTMLTextAreaElement>("form.curating textarea[name=quote]");
  let chosen: Passage | null = null;
  document.addEventListener("selectionchange", () => {
    chosen = selectedPassage();
    offer.hidden = chosen === null;
    if (chosen) show(offer, chosen);
  });
  offer.addEventListener("mousedown", (event) => {
    event.preventDefault(); // what is selected stays so
  });
  offer.addEventListener("click", (event) => {
    if (!quote || !chosen) return;
    event.preventDefault();
    fill(quote, chosen);
    offer.hidden = true;
  });
}

interface Passage {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly range: Range;
}

function selectedPassage(): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset, false),
    offsetOf(range.endContainer, range.endOffset, true),
  ];
  const source = textOf(range.startContainer);
  if (start === null || end === null || end <= start || !source || textOf(range.endContainer) !== source) return null;
  return { source: source.dataset["source"]!, start, end, words: range.toString(), range };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function textOf(node: Node): HTMLElement | null {
  return elementOf(node)?.closest<HTMLElement>("[data-source]") ?? null;
}

/** Where a point lies in the stored text; null outside of it. At the very beginning of a paragraph what ends there ends with the one before. */
function offsetOf(node: Node, offset: number, isEnd: boolean): number | null {
  const paragraph = elementOf(node)?.closest<HTMLElement>("[data-start]");
  if (!paragraph || !textOf(paragraph)) return isEnd ? endBefore(node) : null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  const length = before.toString().length;
  return length === 0 && isEnd ? endBefore(paragraph) : Number(paragraph.dataset["start"]) + length;
}

/** Where the last paragraph before a node ends: a triple click selects up to what comes after it. */
function endBefore(node: Node): number | null {
  const paragraphs = [...document.querySelectorAll<HTMLElement>("[data-source] [data-start]")];
  const last = paragraphs
    .filter((one) => one !== node && one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
    .at(-1);
  return last ? Number(last.dataset["start"]) + (last.textContent ?? "").length : null;
}

/** Beneath the end of what is selected. */
function show(offer: HTMLAnchorElement, { source, start, end, range }: Passage): void {
  const search = new URLSearchParams({ source, start: String(start), end: String(end) });
  const ui = new URLSearchParams(location.search).get("ui");
  if (ui) search.set("ui", ui);
  offer.href = `/claim?${search.toString()}`;
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const left = Math.max(8, Math.min(box.left, clientWidth - offer.offsetWidth - 8));
  offer.style.left = `${left + scrollX}px`;
  offer.style.top = `${box.bottom + scrollY + 6}px`;
}

function fill(quote: HTMLTextAreaElement, { start, words }: Passage): void {
  const place = quote.form!.elements.namedItem("start") as HTMLInputElement | null;
  if (place) place.value = String(start);
  quote.value = words;
  quote.dispatchEvent(new Event("input", { bubbles: true }));
  quote.focus();
  document.getSelection()?.removeAllRanges();
}
