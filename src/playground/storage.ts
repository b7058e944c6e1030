type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const PREFIX = "graphiql:";

/** GraphiQL's history keeps headers with each query, whatever it is told of headers; a token must not outlive its tab. */
const HISTORIES = [`${PREFIX}queries`, `${PREFIX}favorites`];

const THEME = `${PREFIX}theme`;

/**
 * What is kept between visits: tabs, history and choices, never headers. Where the browser keeps nothing, it lasts as long as the page.
 * GraphiQL stores the theme that it begins with; the one that the pages have is no choice of its own, so that it follows theirs.
 */
export function openStorage(pagesTheme: string | null): Storage {
  const keys = new Set<string>();
  const kept = browserStorage(keys) ?? memory();
  const storage = {
    get length() {
      return keys.size;
    },
    key: (index: number) => [...keys][index] ?? null,
    getItem: (key: string) => kept.getItem(key),
    setItem(key: string, value: string) {
      if (key === THEME && value === pagesTheme) return storage.removeItem(key);
      kept.setItem(key, HISTORIES.includes(key) ? withoutHeaders(value) : value);
      keys.add(key);
    },
    removeItem(key: string) {
      kept.removeItem(key);
      keys.delete(key);
    },
    clear() {
      for (const key of keys) storage.removeItem(key);
    },
  };
  return storage;
}

function withoutHeaders(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => (key === "headers" ? undefined : value));
}

/** The browser's storage, the keys in it that are GraphiQL's added to the set; undefined where it throws at its mention. */
function browserStorage(keys: Set<string>): Kept | undefined {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) keys.add(key);
    return localStorage;
  } catch {
    return undefined;
  }
}

function memory(): Kept {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
