/** Where a server says that it is: by its setting, else as a request names it, else where it listens. */
export interface PublicAddress {
  /** The setting, with a slash at its end; null where it is not set. */
  readonly publicUrl: string | null;
  /** Where it listens, without a slash at its end. */
  readonly url: string;
}

/** The address of the server as whoever asks reaches it, with a slash at its end. `host` is what the request names; one that is odd does not count. */
export function baseOf({ publicUrl, url }: PublicAddress, host: string | null): string {
  if (publicUrl !== null) return publicUrl;
  return host !== null && HOST.test(host) ? `http://${host}/` : `${url}/`;
}

/** A name or an address, and a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/iu;
