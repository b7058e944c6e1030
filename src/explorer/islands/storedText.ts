/** Scrolls stored text to its quote when it is opened, and opens all of it for paper. */
export function showQuotesInPlace(): void {
  document.addEventListener("toggle", (event) => centre(event.target as Element), true);
  document.querySelectorAll("details[open]").forEach(centre);
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
  });
}

function centre(details: Element): void {
  const region = details.querySelector<HTMLElement>(".stored");
  const mark = region?.querySelector("mark")?.getBoundingClientRect();
  if (!region || !mark) return;
  const frame = region.getBoundingClientRect();
  region.scrollTop += mark.top - frame.top - Math.max(0, (frame.height - mark.height) / 2);
}
