/** Buttons with `data-copy` copy what stands there, and say so. */
export function copyOnClick(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
    if (!button) return;
    void copy(button.dataset["copy"]!).then((done) => {
      const said = document.querySelector<HTMLElement>("#said")!;
      said.textContent = done ? said.dataset["copied"]! : said.dataset["notCopied"]!;
      button.toggleAttribute("data-copied", done);
      setTimeout(() => {
        button.removeAttribute("data-copied");
        said.textContent = "";
      }, 2500);
    });
  });
}

/** Browsers have a clipboard for scripts only where the connection is safe; elsewhere a selection is copied. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    const focused = document.activeElement as HTMLElement | null;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return done;
  }
}
