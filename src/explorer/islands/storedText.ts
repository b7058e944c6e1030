/** Scrolls stored text to its quote when it is opened, and opens all of it while it is printed. */
export function showQuotesInPlace(): void {
  document.addEventListener("toggle", (event) => centre(event.target as Element), true);
  document.querySelectorAll("details[open]").forEach(centre);
  let closed: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
}

function centre(details: Element): void {
  const region = details.querySelector<HTMLElement>(".stored");
  const mark = region?.querySelector("mark")?.getBoundingClientRect();
  if (!region || !mark) return;
  const frame = region.getBoundingClientRect();
  region.scrollTop += mark.top - frame.top - Math.max(0, (frame.height - mark.height) / 2);
}
