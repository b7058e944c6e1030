/**
 * Suggestions while somebody types, as the combobox pattern of ARIA 1.2 has it: what is chosen has its page opened, or fills a hidden field.
 *
 * An input asks for it by `data-suggest`. `data-suggest-kinds` says of which kinds entities are offered, parted by commas; without it, of every kind, and
 * claims. `data-suggest-into` is the name of the hidden field of its form that gets the id of the entity chosen, and is made where it is not there; the
 * input then has the entity's name, and what is typed after that empties the field again. Without scripts the input is a plain one.
 */
export function suggest(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) new Suggestions(input);
}

/** An answer to the operation Suggest, as far as it is read here. */
interface Suggested {
  readonly data?: { readonly search: { readonly edges: readonly Suggestion[] } | null };
}

interface Suggestion {
  /** Where the words were found. */
  readonly snippet: string;
  readonly node: Found;
}

interface Found {
  readonly id: string;
  /** Of an entity. */
  readonly name?: string;
  readonly names?: readonly { readonly language: string; readonly text: string }[];
  readonly kindLabel?: string;
  /** Of a claim. */
  readonly statement?: string;
}

/** How long after the last key it is asked. */
const PAUSE_MS = 150;

/** The parameters of this page that its links carry on. */
const CARRIED = ["validAt", "knownAt", "ui"];

let lists = 0;

class Suggestions {
  readonly #list = make("ul", "suggestions");
  readonly #told = make("span", "only-heard");
  readonly #into: HTMLInputElement | null;
  #offered: readonly Suggestion[] = [];
  #active = -1;
  #timer = 0;
  #asking = new AbortController();

  constructor(private readonly input: HTMLInputElement) {
    const into = input.dataset["suggestInto"];
    this.#into = into ? hiddenField(input, into) : null;
    this.#list.id = `suggestions-${++lists}`;
    this.#list.role = "listbox";
    this.#list.ariaLabel = input.ariaLabel ?? input.labels?.[0]?.textContent ?? input.name;
    this.#list.hidden = true;
    this.#told.role = "status";
    input.role = "combobox";
    input.autocomplete = "off";
    input.ariaAutoComplete = "list";
    input.ariaExpanded = "false";
    input.setAttribute("aria-controls", this.#list.id);
    input.parentElement?.classList.add("suggesting");
    input.after(this.#list, this.#told);
    input.addEventListener("input", () => {
      this.#fill("");
      this.#askSoon();
    });
    input.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    input.addEventListener("blur", () => {
      this.#close();
    });
    this.#list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the input keeps the focus
    });
    this.#list.addEventListener("click", ({ target }) => {
      this.#choose([...this.#list.children].findIndex((option) => option.contains(target as Node)));
    });
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const text = this.input.value.trim();
    if (text.length < 2) {
      this.#close();
      return;
    }
    this.#timer = window.setTimeout(() => void this.#ask(text), PAUSE_MS);
  }

  async #ask(q: string): Promise<void> {
    const { signal } = (this.#asking = new AbortController());
    const kinds = this.input.dataset["suggestKinds"];
    try {
      const response = await fetch(withCarried("/suggest.json", { q, ...(kinds && { kinds }) }), { signal });
      const { data } = (await response.json()) as Suggested;
      const found = data?.search?.edges ?? [];
      if (!signal.aborted) this.#offer(found.filter(({ node }) => this.#into === null || node.name !== undefined));
    } catch {
      if (!signal.aborted) this.#close(); // Enter works all the same
    }
  }

  #offer(offered: readonly Suggestion[]): void {
    this.#offered = offered;
    this.#list.replaceChildren(...offered.map((one, index) => optionOf(one, `${this.#list.id}-${index}`)));
    this.#activate(-1);
    this.#show(offered.length > 0);
    this.#told.textContent = (document.body.dataset["suggested"] ?? "#").replace("#", String(offered.length));
  }

  #show(open: boolean): void {
    this.#list.hidden = !open;
    this.input.ariaExpanded = String(open);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#activate(-1);
    this.#show(false);
    this.#told.textContent = "";
  }

  #activate(index: number): void {
    this.#active = index;
    this.input.removeAttribute("aria-activedescendant");
    [...this.#list.children].forEach((option, at) => {
      option.ariaSelected = String(at === index);
      if (at !== index) return;
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  #key(event: KeyboardEvent): void {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const open = !this.#list.hidden;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && !open && this.#offered.length > 0) this.#show(true);
    else if (step !== 0 && !open) this.#askSoon();
    else if (step !== 0) {
      // beyond the first and the last is the input itself
      const places = this.#offered.length + 1;
      this.#activate(((this.#active + 1 + step + places) % places) - 1);
    } else if (key === "Enter" && open && this.#active >= 0) this.#choose(this.#active);
    else if (key === "Escape" && open) this.#close();
    else return;
    event.preventDefault();
  }

  #choose(index: number): void {
    const chosen = this.#offered[index]?.node;
    if (!chosen) return;
    this.#close();
    if (this.#into) {
      this.input.value = chosen.name!;
      this.#fill(chosen.id);
    } else location.assign(withCarried(`/${chosen.name === undefined ? "c" : "e"}/${chosen.id}`));
  }

  /** The id of what is chosen, for the form; empty where nothing is. */
  #fill(id: string): void {
    if (!this.#into || this.#into.value === id) return;
    this.#into.value = id;
    this.#into.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function optionOf({ snippet, node: { name, names, kindLabel, statement } }: Suggestion, id: string): HTMLElement {
  const option = make("li");
  option.id = id;
  option.role = "option";
  const add = (tag: string, text: string | undefined, className = "") => {
    if (!text) return;
    const part = make(tag, className);
    part.textContent = text;
    const language = tag === "bdi" && names?.find((one) => one.text === text)?.language;
    if (language) {
      part.lang = language;
      part.dir = RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
    }
    option.append(part, " ");
  };
  add("bdi", name ?? statement);
  if (name !== undefined && snippet !== name) add("bdi", snippet, "faint");
  add("small", kindLabel, "faint");
  return option;
}

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/u;

function hiddenField(input: HTMLInputElement, name: string): HTMLInputElement {
  const there = input.form?.elements.namedItem(name);
  if (there instanceof HTMLInputElement) return there;
  const made = Object.assign(document.createElement("input"), { type: "hidden", name });
  input.before(made);
  return made;
}

function make(tag: string, className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** An address as of the moment and in the language of this page. */
function withCarried(path: string, search: Readonly<Record<string, string>> = {}): string {
  const given = new URLSearchParams(search);
  const here = new URLSearchParams(location.search);
  for (const name of CARRIED) {
    const value = here.get(name);
    if (value) given.set(name, value);
  }
  return given.size > 0 ? `${path}?${given.toString()}` : path;
}
