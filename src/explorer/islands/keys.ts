/**
 * Single keys, which never count while somebody types. A key that leads somewhere stands on its link or button as `data-key`; `/` goes to the search box.
 */
export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLInputElement>("header input[type=search]")?.focus();
      return;
    }
    const target = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
      (one) => one.dataset["key"] === event.key,
    );
    if (!target) return;
    event.preventDefault();
    target.click();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
