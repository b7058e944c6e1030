/** How long after the last key it is asked. */
const PAUSE_MS = 700;

interface Checked {
  readonly problems?: readonly { readonly field: string | null; readonly message: string }[];
}

/** Sends a form to be checked while somebody fills it, and says beside each field that has been filled what is wrong with it. Nothing is written by that. */
export function checkWhileTyping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-checked]")) {
    const touched = new Set<string>();
    let timer = 0;
    let asking = new AbortController();
    const check = async () => {
      asking.abort();
      const { signal } = (asking = new AbortController());
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") body.set(name, value);
      body.set("do", "check");
      try {
        const headers = { accept: "application/json" };
        const response = await fetch(location.href, { method: "POST", body, headers, signal });
        const { problems = [] } = (await response.json()) as Checked;
        if (!signal.aborted) tell(form, touched, problems);
      } catch {
        // what is wrong is told when the form is sent
      }
    };
    form.addEventListener("input", ({ target }) => {
      const { name } = target as HTMLInputElement;
      touched.add(name.replace(/\.(?:name|kind|language)$/u, ""));
      clearTimeout(timer);
      timer = window.setTimeout(() => void check(), PAUSE_MS);
    });
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      asking.abort();
    });
  }
}

function tell(form: HTMLFormElement, touched: ReadonlySet<string>, problems: NonNullable<Checked["problems"]>): void {
  for (const place of form.querySelectorAll<HTMLElement>("[data-problem]")) {
    const field = place.dataset["problem"]!;
    const messages = problems.filter((one) => one.field === field && touched.has(field)).map(({ message }) => message);
    place.textContent = messages.join(" ");
    const input = document.getElementById(`f-${field}`);
    if (messages.length > 0) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
}
