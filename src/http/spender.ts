import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import type { ViewerIdentity } from "../graphql/context.js";

/**
 * Whose account a request is charged to: the subject's who has signed in, else the address's. Of what X-Forwarded-For says, only what the given number of
 * proxies has added is believed.
 */
export function spender({ name }: ViewerIdentity, request: IncomingMessage, proxies: number): string {
  return name === null ? `address ${networkOf(addressOf(request, proxies))}` : `subject ${name}`;
}

function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const socketAddress = socket.remoteAddress ?? "unknown";
  if (proxies === 0) return socketAddress;
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const added = forwarded.map((address) => address.trim()).filter((address) => address !== "");
  return added.at(-Math.min(proxies, added.length)) ?? socketAddress;
}

/** One who has an IPv6 address has 2^64 of them: the first half counts. IPv4 in the form of IPv6 is IPv4. */
function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/u, "")
    .slice(0, 100);
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/u, ""))
    .join(":");
}
