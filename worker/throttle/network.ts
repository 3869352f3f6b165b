/**
 * What is counted as one caller: an IPv4 address whole, an IPv6 address by its /64, which is what one subscriber gets
 * (promise G2). An IPv4 address written as IPv6 is the IPv4 address. Null where it is no address, or this machine's own,
 * which no platform in front of a service in public ever names.
 */
export function subscriberNetwork(ip: string): string | null {
  if (isIpv4(ip)) return ip.startsWith("127.") ? null : ip;
  const groups = ipv6Groups(ip);
  if (!groups) return null;
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped)
    return subscriberNetwork([groups[6], groups[7]].flatMap((group = 0) => [group >> 8, group & 255]).join("."));
  if (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1) return null;
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(":")}::/64`;
}

/** The /48 of an IPv6 address, whose owner may call from 65,536 networks of /64; null for IPv4, and where there is none. */
export function siteNetwork(ip: string): string | null {
  const network = subscriberNetwork(ip);
  return network && !isIpv4(network) ? `${network.split(":").slice(0, 3).join(":")}::/48` : null;
}

/** A network that a person's line stays in while its last part changes: IPv4 by /24, IPv6 by /64; null likewise. */
export function wideNetwork(ip: string): string | null {
  const network = subscriberNetwork(ip);
  return network && isIpv4(network) ? `${network.slice(0, network.lastIndexOf("."))}.0/24` : network;
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** The eight groups of an IPv6 address (RFC 4291 section 2.2); undefined where it is none. */
function ipv6Groups(text: string): number[] | undefined {
  const [address = ""] = text.toLowerCase().split("%");
  const halves = withoutDots(address).split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** Writes the dotted tail of `::ffff:192.0.2.1` as two groups. */
function withoutDots(address: string): string {
  const tail = address.slice(address.lastIndexOf(":") + 1);
  if (!isIpv4(tail)) return address;
  const [a = 0, b = 0, c = 0, d = 0] = tail.split(".").map(Number);
  return `${address.slice(0, -tail.length)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
