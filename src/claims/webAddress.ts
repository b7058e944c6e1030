/** Whether a text is the address of something on the web. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:/iu.test(text);
}
