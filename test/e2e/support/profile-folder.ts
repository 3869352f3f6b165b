import { glob, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** Which of the secrets lie anywhere in a folder's files, and where: bytes as they are, texts in UTF-8 and in UTF-16. */
export async function foundInFolder(folder: string, secrets: (string | Buffer)[]): Promise<string[]> {
  const needles = secrets.flatMap((secret) =>
    typeof secret === "string"
      ? (["utf8", "utf16le"] as const).map((encoding) => ({ text: secret, bytes: Buffer.from(secret, encoding) }))
      : [{ text: `bytes ${secret.toString("hex")}`, bytes: secret }],
  );
  const found: string[] = [];
  for await (const path of glob("**", { cwd: folder })) {
    const file = join(folder, path);
    if (!(await stat(file).catch(() => null))?.isFile()) continue;
    const content = await readFile(file);
    for (const { text, bytes } of needles) if (content.includes(bytes)) found.push(`${text} in ${path}`);
  }
  return found;
}

/** A key as a disk might hold it: as it is written down, in small letters and in groups, and as the bytes that it is. */
export function spellingsOf(key: string): (string | Buffer)[] {
  const groups = key.replace(/.{4}(?=.)/g, "$& ");
  const bits = [...key].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
  return [key, key.toLowerCase(), groups, groups.toLowerCase(), bytes, bytes.toString("base64"), bytes.toString("hex")];
}
