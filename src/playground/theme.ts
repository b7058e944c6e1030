export type Theme = "light" | "dark";

/** The theme that was chosen on the pages, which they keep in a cookie; null where it is the system's. */
export function readTheme(cookies: string): Theme | null {
  const value = /(?:^|;\s*)sanad-theme=(light|dark)(?:;|$)/.exec(cookies)?.[1];
  return (value as Theme | undefined) ?? null;
}
