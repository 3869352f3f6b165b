import { describe, expect, it } from "vitest";
import { noteOf } from "../../../extension/import/fields.ts";
import { readImportFile } from "../../../extension/import/read-file.ts";
import { entryLimits } from "../../../extension/vault/entry.ts";

const secret = "JBSWY3DPEHPK3PXP";
const note = "Recovery:\n1234 – 5678";
const quoted = `"${note}"`;
const login = { totp: secret, username: "ana" };

const files: [program: string, content: unknown][] = [
  [
    "Aegis",
    {
      version: 1,
      header: { slots: null, params: null },
      db: { version: 3, entries: [{ type: "totp", name: "ana", issuer: "Shop", note, info: { secret } }] },
    },
  ],
  ["Bitwarden", { encrypted: false, items: [{ name: "Shop", notes: note, login }] }],
  ["Bitwarden's CSV", `folder,name,notes,login_username,login_totp\n,Shop,${quoted},ana,${secret}\n`],
  [
    "1Password",
    {
      accounts: [
        {
          vaults: [
            {
              items: [
                {
                  overview: { title: "Shop" },
                  details: { notesPlain: note, sections: [{ fields: [{ value: { totp: secret } }] }] },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  ["1Password's CSV", `Title,Url,Username,Password,OTPAuth,Favorite,Notes\nShop,,ana,,${secret},false,${quoted}\n`],
  ["Apple's CSV", `Title,URL,Username,Password,Notes,OTPAuth\nShop,,ana,,${quoted},${secret}\n`],
  ["Dashlane's CSV", `username,title,password,note,url,category,otpUrl\nana,Shop,,${quoted},,,${secret}\n`],
  ["LastPass's CSV", `url,username,password,totp,extra,name,grouping,fav\n,ana,,${secret},${quoted},Shop,,0\n`],
  ["Proton Pass's CSV", `type,name,url,username,password,note,totp\nlogin,Shop,,ana,,${quoted},${secret}\n`],
  [
    "Proton Pass",
    {
      vaults: {
        v: {
          items: [{ data: { metadata: { name: "Shop", note }, content: { itemUsername: "ana", totpUri: secret } } }],
        },
      },
    },
  ],
  [
    "Proton Authenticator",
    { version: 1, entries: [{ content: { uri: `otpauth://totp/Shop:ana?secret=${secret}`, name: "ana" }, note }] },
  ],
  ["KeePassXC's CSV", `"Group","Title","Username","Notes","TOTP"\n"Root","Shop","ana",${quoted},"${secret}"\n`],
  [
    "KeePass",
    `<KeePassFile><Root><Group><Entry>${[
      ["Title", "Shop"],
      ["Notes", note],
      ["otp", `otpauth://totp/Shop:ana?secret=${secret}`],
    ]
      .map(([key, value]) => `<String><Key>${key}</Key><Value>${value}</Value></String>`)
      .join("")}</Entry></Group></Root></KeePassFile>`,
  ],
  [
    "Ente Auth",
    `otpauth://totp/Shop:ana?secret=${secret}&codeDisplay=${encodeURIComponent(JSON.stringify({ note, tags: [] }))}`,
  ],
];

describe("a note", () => {
  it.each(files)("comes along from %s", async (_, content) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    const read = await readImportFile("file", new TextEncoder().encode(text), {});
    expect(read).toMatchObject({ ok: true, value: { entries: [{ key: { secret }, note }], refused: [] } });
  });

  it("is none where there is none, and says so where it was cut", () => {
    for (const nothing of ["", " \n", undefined, null, {}]) expect(noteOf(nothing)).toEqual({});
    expect(noteOf("a\r\nb\r")).toEqual({ note: "a\nb" });
    const whole = "x".repeat(entryLimits.note);
    expect(noteOf(whole)).toEqual({ note: whole });
    const cut = noteOf(`${"x".repeat(entryLimits.note - 2)}😀y`).note;
    expect(cut).toHaveLength(entryLimits.note);
    expect(cut?.endsWith("…")).toBe(true);
    expect(cut?.isWellFormed()).toBe(true);
  });
});
