/**
 * Which of some languages is meant by a tag: that very one, whatever its case, else its base language (`ar` for `ar-EG`); null where there is
 * neither. Tags come from clients and may be anything.
 */
export function meantLanguage(languages: readonly string[], tag: string): string | null {
  if (languages.includes(tag)) return tag;
  const wanted = tag.trim().replaceAll("_", "-").toLowerCase();
  const find = (name: string) => languages.find((language) => language.toLowerCase() === name);
  return find(wanted) ?? find(wanted.split("-")[0]!) ?? null;
}

/** Whether a text has the form of a language's tag, one of BCP 47's simpler ones: `ar`, `en-GB`. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/u.test(text);
}
