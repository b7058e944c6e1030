import { isWebAddress } from "../../claims/webAddress.js";

/** A cell's address, and what else stands in the cell, or what is wrong with it. */
export type ReadAddress =
  { readonly url: string; readonly rest: string } | { readonly code: string; readonly message: string };

/**
 * Reads the address in a cell. What of it only points at words within a page is left out (`#selection-585.0-597.43`, `#:~:text=…`): the source is the page.
 */
export function readAddress(cell: string): ReadAddress {
  const given = /https?:\/\/\S+/iu.exec(cell)?.[0];
  const url = given?.replace(/#(?:selection-[\d.-]+|:~:.*)$/u, "");
  if (given === undefined || url === undefined || !isWebAddress(url)) {
    return { code: "NOT_A_URL", message: `${JSON.stringify(cell)} is no address; it begins with https://` };
  }
  if (/^https?:\/\/[^/?#]*@/iu.test(url)) {
    return { code: "NOT_A_URL", message: "the address has a name or a password in it, which everybody would see" };
  }
  return { url, rest: cell.replace(given, "").trim() };
}
