/** What stands encoded in an address; null where it is not well encoded. */
export function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** What stands encoded in an address; as it is written where it is not well encoded. */
export function decoded(text: string): string {
  return decodedOrNull(text) ?? text;
}
