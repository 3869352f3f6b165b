import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";
import { formatOtpauthUri } from "../../../../shared/otp/otpauth-uri.ts";
import { all } from "../../../data/accounts.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const read = async (page: string) => await readImportFile("backup.html", new TextEncoder().encode(page), {});

it("is read as Stratum writes it: each link of its table, once", async () => {
  const rows = all
    .map(formatOtpauthUri)
    .map(
      (link) =>
        `<tr><td>x</td><td><code>${escaped(link)}</code></td><td><img src="data:image/png;base64,AA"></td></tr>`,
    );
  const page = `<!doctype html>\n<html><head><title>Stratum Backup</title></head><body><table>${rows.join("\n")}</table></body></html>`;
  expect(await read(page)).toEqual({
    ok: true,
    value: { format: "stratum", entries: all.map((key) => ({ key })), refused: [], withoutCodes: 0 },
  });
});

it("is read whatever made it, with links in attributes and names that aren't encoded, and nothing is lost", async () => {
  const page = `<!-- saved -->\n<HTML><p><a href='otpauth://totp/A:ana?secret=JBSWY3DP' class='x'>A</a>
    <a href="otpauth://totp/A:ana?secret=JBSWY3DP">again</a>
    <td>otpauth://totp/O'Reilly Media:ana?secret=GEZDGNBV&#38;digits=8</td><td>otpauth://totp/Bad:ana?secret=189</td>`;
  expect(await read(page)).toMatchObject({
    ok: true,
    value: {
      format: "uri-list",
      entries: [{ key: { issuer: "A" } }, { key: { issuer: "O'Reilly Media", digits: 8 } }],
      refused: [{ name: "Bad · ana", why: "bad_secret", character: "1" }],
    },
  });
  expect(await read("<!doctype html><p>Nothing.")).toMatchObject({ code: "not_recognised" });
});
