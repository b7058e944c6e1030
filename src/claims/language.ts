/**
 * Which of some languages is meant by a tag: that very one, whatever its case, else its base language (`ar` for `ar-EG`); null where there is
 * neither. Tags come from clients and may be anything.
 */
export function meantLanguage(languages: readonly string[], tag: string): string | null {
  const wanted = tag.trim().replaceAll("_", "-").toLowerCase();
  const find = (name: string) => languages.find((language) => language.toLowerCase() === name);
  return find(wanted) ?? find(wanted.split("-")[0]!) ?? null;
}
