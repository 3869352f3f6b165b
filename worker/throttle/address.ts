/**
 * Whom a network address stands for when tries are counted: IPv4 by itself, IPv6 by its /64, which is what one
 * subscriber gets and may fill with as many addresses as they like (promise G2). Every spelling has one key.
 */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(":")) return ip;
  // An IPv4 address at the end takes the place of two groups, which are past the /64 in any case.
  const [head = "", tail] = ip
    .toLowerCase()
    .replace(/[\d.]*\.[\d.]*$/, "0:0")
    .split("::");
  const first = groupsOf(head);
  const last = groupsOf(tail ?? "");
  const zeros = Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array.from({ length: zeros }, () => "0"), ...last];
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

function groupsOf(part: string): string[] {
  return part === "" ? [] : part.split(":");
}
