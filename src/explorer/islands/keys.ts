/**
 * Single keys. One that leads somewhere stands on its link or button as `data-key`; where several have the same, that of the current row counts, else the first. `j` and `k`
 * go along the elements marked `data-row`, `]` and `[` along those marked `data-quote`, `/` to the search box, `?` shows the keys of the page. They never count while somebody types, and can be turned off.
 */
export function listenToKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  if (dialog) prepare(dialog);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!areOn() || dialog?.open || isTyping(event.target)) return;
    const act = actionOf(keyOf(event), dialog);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const WALKS: Readonly<Record<string, { readonly along: string; readonly by: 1 | -1 }>> = {
  j: { along: "[data-row]", by: 1 },
  k: { along: "[data-row]", by: -1 },
  "]": { along: "[data-quote]", by: 1 },
  "[": { along: "[data-quote]", by: -1 },
};

function actionOf(key: string, dialog: HTMLDialogElement | null): (() => void) | null {
  if (key === "/") return () => document.querySelector<HTMLElement>("[type=search]")?.focus();
  if (key === "?" && dialog) return () => dialog.showModal();
  const walk = WALKS[key];
  if (walk) {
    const all = marked(walk.along);
    const next = all[all.indexOf(current(walk.along)!) + walk.by];
    return next ? () => goTo(next) : null;
  }
  const named = `[data-key="${CSS.escape(key)}"]`;
  const target =
    (current("[data-row]") ?? marked("[data-row]")[0])?.querySelector<HTMLElement>(named) ??
    document.querySelector<HTMLElement>(named);
  return target && (() => target.click());
}

/** The key as it stands on a Latin keyboard: somebody who writes Arabic has `ت` where `j` is. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1 || key < "\x7f") return key;
  if (code === "Slash" && shiftKey) return "?";
  return SIGNS[code] ?? code.replace("Key", "").toLowerCase();
}

const SIGNS: Readonly<Record<string, string>> = { Slash: "/", BracketLeft: "[", BracketRight: "]" };

/** Those that are seen: not what is folded away. */
const marked = (along: string) =>
  [...document.querySelectorAll<HTMLElement>(along)].filter((one) => one.checkVisibility());

/** The one in which the focus is, or to which the address leads. */
function current(along: string): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(along) ?? document.querySelector<HTMLElement>(`${along}:target`);
}

/** Takes the focus to a row, where it can have it, else to its first link: Enter then opens it. */
function goTo(row: HTMLElement): void {
  const target = row.hasAttribute("tabindex") ? row : row.querySelector<HTMLElement>("a[href]");
  target?.focus();
  row.scrollIntoView({ block: "nearest" });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Where it is kept that somebody has turned single keys off. */
const SETTING = "sanad-keys";

function areOn(): boolean {
  try {
    return localStorage.getItem(SETTING) !== "off";
  } catch {
    return true; // nothing may be kept here
  }
}

/** Fills the dialog with the keys that the page has, and minds its switch. */
function prepare(dialog: HTMLDialogElement): void {
  const list = dialog.querySelector("dl")!;
  for (const walk of list.querySelectorAll<HTMLElement>("[data-along]")) {
    if (marked(walk.dataset["along"]!).length === 0) walk.remove();
  }
  const known = new Set<string>();
  for (const { dataset, textContent, ariaLabel } of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = dataset["key"]!;
    if (known.has(key)) continue;
    known.add(key);
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const meaning = document.createElement("dd");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    meaning.textContent = dataset["keyLabel"] ?? ariaLabel ?? textContent;
    row.append(term, meaning);
    list.append(row);
  }
  const box = dialog.querySelector<HTMLInputElement>("input")!;
  box.checked = areOn();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(SETTING);
    else localStorage.setItem(SETTING, "off");
  });
  document.querySelector("[data-shows=keys]")?.addEventListener("click", () => dialog.showModal());
}
