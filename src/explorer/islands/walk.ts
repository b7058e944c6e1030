/**
 * Drawings: arrows walk from a box to the lines that meet it and from a line to its ends, `f` puts a box in the middle, a mouse pans by dragging, and each
 * is scrolled so that what is in the middle is seen first.
 */
export function walkInDrawings(): void {
  for (const pane of document.querySelectorAll<HTMLElement>("[data-drawing]")) {
    showMiddle(pane);
    panByDragging(pane);
    pane.addEventListener("keydown", (event) => {
      const here = (event.target as Element).closest<SVGAElement>("a");
      if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAYS[event.key];
      const focus = here.dataset["focus"];
      if (way) neighbour(here, way)?.focus();
      else if (event.key === "f" && focus) location.assign(focus);
      else return;
      event.preventDefault();
    });
  }
}

const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What lies next in a direction: of what hangs together with it if there is such, else of all. */
function neighbour(here: SVGAElement, [x, y]: readonly [number, number]): SVGAElement | undefined {
  const from = middleOf(here);
  const all = [...here.ownerSVGElement!.querySelectorAll<SVGAElement>("a")]
    .map((one) => {
      const to = middleOf(one);
      const [ahead, aside] = [
        (to[0] - from[0]) * x + (to[1] - from[1]) * y,
        (to[0] - from[0]) * y + (to[1] - from[1]) * x,
      ];
      return { one, ahead, far: ahead + 2 * Math.abs(aside) };
    })
    .filter(({ ahead }) => ahead > 1)
    .sort((a, b) => a.far - b.far);
  return (all.find(({ one, ahead, far }) => hangTogether(here, one) && far < 5 * ahead) ?? all[0])?.one;
}

function hangTogether({ dataset: a }: SVGAElement, { dataset: b }: SVGAElement): boolean {
  const meets = (line: DOMStringMap, box: DOMStringMap) =>
    box["id"] !== undefined && [line["from"], line["to"]].includes(box["id"]);
  return meets(a, b) || meets(b, a);
}

function middleOf(element: Element): readonly [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function showMiddle(pane: HTMLElement): void {
  const box = [...pane.querySelectorAll(".focus")].find((one) => one.getClientRects().length > 0);
  if (!box) return;
  const { left, top, width, height } = pane.getBoundingClientRect();
  const [x, y] = middleOf(box);
  pane.scrollBy(x - left - width / 2, y - top - height / 2);
}

/** A press without a move is a click as ever. */
function panByDragging(pane: HTMLElement): void {
  pane.addEventListener("pointerdown", (down) => {
    if (down.pointerType !== "mouse" || down.button !== 0) return;
    const [x, y] = [pane.scrollLeft + down.clientX, pane.scrollTop + down.clientY];
    let moved = false;
    const move = ({ clientX, clientY }: PointerEvent) => {
      moved ||= Math.hypot(clientX - down.clientX, clientY - down.clientY) > 4;
      if (moved) pane.scrollTo(x - clientX, y - clientY);
    };
    addEventListener("pointermove", move);
    addEventListener(
      "pointerup",
      () => {
        removeEventListener("pointermove", move);
        if (moved) addEventListener("click", refuse, { capture: true, once: true });
        setTimeout(() => removeEventListener("click", refuse, { capture: true }));
      },
      { once: true },
    );
  });
  pane.addEventListener("dragstart", refuse);
}

const refuse = (event: Event) => event.preventDefault();
