/** In a reading room, shows which words a note is about, and which notes are about a word, when one is pointed at, has the focus, or is where the address leads. */
export function tieNotesToWords(): void {
  const room = document.querySelector<HTMLElement>(".reading");
  if (!room) return;
  const light = (selector: string) => {
    for (const one of room.querySelectorAll(".lit")) one.classList.remove("lit");
    if (selector !== "") for (const one of room.querySelectorAll(selector)) one.classList.add("lit");
  };
  const lightTiedTo = (target: EventTarget | null) => {
    const one = target instanceof Element ? target.closest<HTMLElement>("mark, [data-note]") : null;
    const { in: passages, note } = one?.dataset ?? {};
    if (note !== undefined) light(`mark[data-in~="${note}"]`);
    else light(passages ? passages.replaceAll(/(\d+) ?/g, ', [data-note="$1"]').slice(2) : "");
  };
  const lightTarget = () => lightTiedTo(document.getElementById(location.hash.replace("#q-", "n-")));
  room.addEventListener("pointerover", ({ target }) => lightTiedTo(target));
  room.addEventListener("focusin", ({ target }) => lightTiedTo(target));
  addEventListener("hashchange", lightTarget);
  lightTarget();
}
