/**
 * Makes the files in `exports`: what other programs export, written from their documentation and sources, with the
 * cryptography of Node and none of ours. Run `node test/data/make-exports.ts` with npm's Node on the path, and then
 * `make-ente-export.py`. Salts and nonces are fixed, so that the files are the same each time.
 */
import {
  argon2Sync,
  createCipheriv,
  createHash,
  createHmac,
  pbkdf2Sync,
  scryptSync,
} from "node:crypto";
import { writeFileSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";
import { Secret } from "otpauth";
import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { all, counted, longest, nameless, password, plain, steam, unusual } from "./accounts.ts";

type Json = unknown;

const folder = new URL("./exports/", import.meta.url);
const save = (name: string, content: string | Uint8Array) => writeFileSync(new URL(name, folder), content);
const saveJson = (name: string, value: Json) => save(name, `${JSON.stringify(value, null, 1)}\n`);

const salt = (length: number) => Uint8Array.from({ length }, (_, index) => index * 7 + 1);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const secretBytes = ({ secret }: OtpKey) => Secret.fromBase32(secret).bytes;
const timed = (key: OtpKey) => (key.type === "hotp" ? {} : { period: key.period });
const counter = (key: OtpKey) => (key.type === "hotp" ? { counter: key.counter } : {});
const numberOf = (key: OtpKey) => ["SHA1", "SHA256", "SHA512"].indexOf(key.algorithm);

function gcm(key: Uint8Array, nonce: Uint8Array, content: string | Uint8Array, aad?: string) {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  if (aad !== undefined) cipher.setAAD(Buffer.from(aad));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return { sealed, tag: cipher.getAuthTag(), both: Buffer.concat([sealed, cipher.getAuthTag()]) };
}

function cbc(key: Uint8Array, iv: Uint8Array, content: string | Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([cipher.update(content), cipher.final()]);
}

function argon2(salted: Uint8Array, memory: number, passes: number, parallelism: number): Buffer {
  return argon2Sync("argon2id", { message: password, nonce: salted, memory, passes, parallelism, tagLength: 32 });
}

// --- links ---
function link(key: OtpKey, more = ""): string {
  const label = [key.issuer, key.account].filter((part) => part !== "").map(encodeURIComponent).join(":");
  const moving = key.type === "hotp" ? `counter=${key.counter}` : `period=${key.period}`;
  const issuer = key.issuer === "" ? "" : `&issuer=${encodeURIComponent(key.issuer)}`;
  return `otpauth://${key.type}/${label}?secret=${key.secret}${issuer}&algorithm=${key.algorithm}&digits=${key.digits}&${moving}${more}`;
}
save("links.txt", `${all.map((key) => link(key)).join("\r\n")}\r\nhttps://example.com/not-a-link\r\n`);
const display = (pinned: boolean, trashed: boolean) =>
  `&codeDisplay=${encodeURIComponent(JSON.stringify({ pinned, trashed, lastUsedAt: 0, tapCount: 0, tags: pinned ? ["work"] : [] }))}`;
save(
  "ente-auth.txt",
  `${all.map((key) => link(key, display(key === plain, false))).join("\n")}\n${link({ ...plain, issuer: "Gone", secret: "AAAA" }, display(false, true))}\n\n`,
);

// --- Aegis ---
function aegisEntry(key: OtpKey, more: { [name: string]: Json }): Json {
  const { type, secret, algorithm: algo, digits, issuer, account: name } = key;
  return {
    type,
    uuid: "3ae6f1ad-2e65-4ed2-a953-1ec0dff2386d",
    name,
    issuer,
    note: "",
    icon: null,
    ...more,
    info: { secret, algo, digits, ...timed(key), ...counter(key) },
  };
}
const motp: Json = {
  type: "motp",
  name: "mobile",
  issuer: "Old VPN",
  icon: null,
  info: { secret: "AAAAAAAA", algo: "MD5", digits: 6, period: 10, pin: "1234" },
};
const aegisOne: Json = { version: 1, entries: [...all.map((key) => aegisEntry(key, key === plain ? { group: "work" } : {})), motp] };
const aegisThree: Json = {
  version: 3,
  entries: all.map((key) => aegisEntry(key, { favorite: key === plain, groups: key === plain ? ["g1", "gone"] : [] })),
  groups: [{ uuid: "g1", name: "work" }],
  icons_optimized: true,
};
const aegisFile = (db: Json, slots: Json = null, params: Json = null): Json => ({ version: 1, header: { slots, params }, db });
saveJson("aegis-v1.json", aegisFile(aegisOne));
saveJson("aegis-v3.json", aegisFile(aegisThree));
{
  const master = Buffer.alloc(32, 5);
  const cost = { n: 1024, r: 8, p: 1 };
  const slot = (typed: string, type: number): Json => {
    const derived = scryptSync(typed, salt(32), 32, { N: cost.n, r: cost.r, p: cost.p });
    const key = gcm(derived, salt(12), master);
    return {
      type,
      uuid: "a8325752-c1be-458a-9b3e-5e0a8154d9ec",
      key: hex(key.sealed),
      key_params: { nonce: hex(salt(12)), tag: hex(key.tag) },
      ...(type === 1 ? { ...cost, salt: hex(salt(32)), repaired: true, is_backup: false } : {}),
    };
  };
  const db = gcm(master, salt(12), JSON.stringify(aegisThree, null, 4));
  const params = { nonce: hex(salt(12)), tag: hex(db.tag) };
  saveJson("aegis-sealed.json", aegisFile(base64(db.sealed), [slot("x", 2), slot("another", 1), slot(password, 1)], params));
  saveJson("aegis-biometric.json", aegisFile(base64(db.sealed), [slot("x", 2)], params));
}

// --- 2FAS ---
function service(key: OtpKey, position: number): Json {
  const { secret, issuer, account, digits, algorithm } = key;
  return {
    name: issuer,
    secret,
    updatedAt: 1702934567518,
    otp: { label: account, account, issuer, digits, ...timed(key), algorithm, ...counter(key), tokenType: key.type.toUpperCase(), source: "Link" },
    order: { position },
    ...(key === plain ? { groupId: "g1" } : {}),
  };
}
const services = all.map(service);
const groups: Json = [{ id: "g1", name: "work", isExpanded: true, updatedAt: 1 }];
const twoFas = (schemaVersion: number, more: { [name: string]: Json }): Json => ({
  groups,
  updatedAt: 1702934782660,
  schemaVersion,
  appVersionCode: 5000009,
  appOrigin: "android",
  ...more,
});
saveJson("two-fas-v4.2fas", twoFas(4, { services: services.toReversed() }));
saveJson("two-fas-v1.2fas", { schemaVersion: 1, services: [{ name: plain.issuer, secret: plain.secret, otp: { account: plain.account }, order: { position: 0 } }] });
{
  const key = pbkdf2Sync(password, salt(256), 10_000, 32, "sha256");
  const sealed = gcm(key, salt(12), JSON.stringify(services)).both;
  const servicesEncrypted = [sealed, salt(256), salt(12)].map(base64).join(":");
  saveJson("two-fas-sealed.2fas", twoFas(4, { services: [], servicesEncrypted, reference: "" }));
}

// --- Bitwarden ---
function bitwardenItem(key: OtpKey): Json {
  const totp = key === steam ? `steam://${key.secret}` : key === plain ? key.secret.toLowerCase().replace(/(.{4})/g, "$1 ") : link(key);
  return {
    id: "ffdea2cc-923d-47a0-be99-ae7800fd51e4",
    folderId: key === plain ? "f1" : null,
    type: 1,
    name: key.issuer || key.account,
    favorite: key === plain,
    login: { uris: null, username: key.account, password: "hunter2", totp },
  };
}
const bitwardenKeys = [plain, unusual, longest, steam];
const bitwarden: Json = {
  encrypted: false,
  folders: [{ id: "f1", name: "work" }],
  items: [...bitwardenKeys.map(bitwardenItem), { type: 2, name: "a note", notes: "x", secureNote: { type: 0 } }],
};
saveJson("bitwarden.json", bitwarden);
saveJson("bitwarden-account-key.json", { encrypted: true, encKeyValidation_DO_NOT_EDIT: "2.a|b|c", folders: [], items: [] });
const csvCell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: string[][]) => `${rows.map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
save(
  "bitwarden.csv",
  csv([
    ["folder", "favorite", "type", "name", "notes", "fields", "reprompt", "login_uri", "login_username", "login_password", "login_totp"],
    ...bitwardenKeys.map((key) => [
      key === plain ? "work" : "",
      key === plain ? "1" : "",
      "login",
      key.issuer,
      "two\nlines",
      "",
      "0",
      "",
      key.account,
      "hunter2",
      key === steam ? `steam://${key.secret}` : link(key),
    ]),
    ["", "", "note", "a note", "x", "", "0", "", "", "", ""],
  ]),
);
function bitwardenSealed(master: Buffer, kdf: { [name: string]: Json }, salted: string): Json {
  const expand = (info: string) => createHmac("sha256", master).update(`${info}\x01`).digest();
  const text = (content: string) => {
    const sealed = cbc(expand("enc"), salt(16), content);
    const mac = createHmac("sha256", expand("mac")).update(salt(16)).update(sealed).digest();
    return `2.${base64(salt(16))}|${base64(sealed)}|${base64(mac)}`;
  };
  return {
    encrypted: true,
    passwordProtected: true,
    salt: salted,
    ...kdf,
    encKeyValidation_DO_NOT_EDIT: text("8ae8a4b0-8de6-4e7a-bb5d-9f9e5f8d2f6c"),
    data: text(JSON.stringify(bitwarden)),
  };
}
{
  const salted = base64(salt(16));
  const byPbkdf2 = pbkdf2Sync(password, salted, 5000, 32, "sha256");
  saveJson("bitwarden-sealed-pbkdf2.json", bitwardenSealed(byPbkdf2, { kdfType: 0, kdfIterations: 5000 }, salted));
  const byArgon2 = argon2(createHash("sha256").update(salted).digest(), 16 * 1024, 2, 4);
  const cost = { kdfType: 1, kdfIterations: 2, kdfMemory: 16, kdfParallelism: 4 };
  saveJson("bitwarden-sealed-argon2.json", bitwardenSealed(byArgon2, cost, salted));
}

// --- Proton ---
const protonAuthenticator: Json = {
  version: 1,
  entries: [
    ...[plain, unusual, longest].map((key) => ({
      id: "0e5f0b1a-1111-4a2b-8c3d-000000000001",
      content: { uri: link(key), entry_type: "Totp", name: key.account },
      note: null,
    })),
    { id: "2", content: { uri: `steam://${steam.secret}`, entry_type: "Steam", name: steam.account }, note: "x" },
  ],
};
saveJson("proton-authenticator.json", protonAuthenticator);
{
  const sealed = gcm(argon2(salt(16), 19 * 1024, 2, 1), salt(12), JSON.stringify(protonAuthenticator), "proton.authenticator.export.v1");
  saveJson("proton-authenticator-sealed.json", {
    version: 1,
    salt: base64(salt(16)),
    content: base64(Buffer.concat([salt(12), sealed.both])),
  });
}
const protonItem = (key: OtpKey, state: number, totpUri: string, extra: Json[] = []): Json => ({
  itemId: "i",
  shareId: "s",
  data: {
    metadata: { name: key.issuer, note: "", itemUuid: "u" },
    extraFields: extra,
    type: "login",
    content: { itemEmail: "", itemUsername: key.account, password: "hunter2", urls: [], totpUri, passkeys: [] },
  },
  state,
  pinned: key === plain,
});
const protonPass: Json = {
  version: "1.21.2",
  encrypted: false,
  vaults: {
    v1: {
      name: "work",
      items: [
        protonItem(plain, 1, plain.secret),
        protonItem(unusual, 1, link(unusual), [{ fieldName: "second", type: "totp", data: { totpUri: link(longest) } }]),
        protonItem({ ...plain, issuer: "Gone" }, 2, link(plain)),
        protonItem(nameless, 1, ""),
      ],
    },
  },
};
saveJson("proton-pass.json", protonPass);

// --- Authenticator, the extension ---
function authenticatorEntry(key: OtpKey, index: number): { [name: string]: Json } {
  return {
    encrypted: false,
    hash: `hash-${index}`,
    index,
    type: key.type,
    secret: key.secret,
    ...(key === plain ? { pinned: true } : {}),
    ...counter(key),
    ...timed(key),
    issuer: key.issuer === "" ? "" : `${key.issuer}${key === plain ? "::github.com" : ""}`,
    account: key.account,
    digits: key.digits,
    algorithm: key.algorithm,
    dataType: "OTPStorage",
  };
}
const authenticatorEntries = all.map(authenticatorEntry);
const byHash = (entries: { [name: string]: Json }[]) =>
  Object.fromEntries(entries.toReversed().map((entry, index) => [String(entry.hash ?? `sealed-${index}`), entry]));
saveJson("authenticator-extension.json", {
  ...byHash(authenticatorEntries),
  hexadecimal: { encrypted: false, hash: "h", index: 90, type: "hex", secret: "48656c6c6f21deadbeef", issuer: "Hex" },
  battle: { encrypted: false, hash: "b", index: 91, type: "totp", secret: "blz-JBSWY3DP", issuer: "Battle.net" },
});
function cryptoJs(content: string, passphrase: string): string {
  let [derived, block] = [Buffer.alloc(0), Buffer.alloc(0)];
  while (derived.length < 48) {
    block = createHash("md5").update(block).update(passphrase).update(salt(8)).digest();
    derived = Buffer.concat([derived, block]);
  }
  const sealed = cbc(derived.subarray(0, 32), derived.subarray(32, 48), content);
  return base64(Buffer.concat([Buffer.from("Salted__"), salt(8), sealed]));
}
const secretSealed = (passphrase: string) =>
  byHash(authenticatorEntries.map((entry) => ({ ...entry, encrypted: true, secret: cryptoJs(String(entry.secret), passphrase) })));
saveJson("authenticator-extension-passphrase.json", secretSealed(password));
{
  const key = Buffer.alloc(120, 9);
  const enc = cryptoJs(key.toString("latin1"), password);
  saveJson("authenticator-extension-key.json", { ...secretSealed(key.toString("hex")), key: { enc, hash: "$argon2id$..." } });
  const id = "5b7b3a3e-6b8e-4a39-8a0c-3b8c7a0a2f11";
  const salted = "c29tZSBzYWx0IG9mIGl0cw";
  const passphrase = base64(argon2(Buffer.from(salted), 19 * 1024, 2, 1)).replace(/=+$/, "");
  const sealed = authenticatorEntries.map((entry) => ({
    dataType: "EncOTPStorage",
    keyId: id,
    data: cryptoJs(JSON.stringify({ ...entry, encrypted: true }), passphrase),
    index: Number(entry.index),
  }));
  saveJson("authenticator-extension-argon2.json", {
    ...byHash(sealed),
    [id]: { dataType: "Key", id, salt: salted, hash: "$argon2id$...", version: 3 },
  });
}

// --- andOTP ---
const andOtp: Json = [
  ...all.map((key) => ({
    secret: `${key.secret}====`,
    issuer: key.issuer,
    label: key.account,
    digits: key.digits,
    type: key.type.toUpperCase(),
    algorithm: key.algorithm,
    thumbnail: "Default",
    last_used: 1608146844162,
    used_frequency: 0,
    ...timed(key),
    ...counter(key),
    tags: key === plain ? ["work"] : [],
  })),
  { secret: "JBSWY3DP", label: "Old - label", digits: 6, type: "TOTP", algorithm: "SHA1", period: 30, tags: [] },
];
saveJson("andotp.json", andOtp);
{
  const iterations = Buffer.alloc(4);
  iterations.writeUInt32BE(1500);
  const key = pbkdf2Sync(password, salt(12), 1500, 32, "sha1");
  const sealed = gcm(key, salt(12), JSON.stringify(andOtp)).both;
  save("andotp-sealed.aes", Buffer.concat([iterations, salt(12), salt(12), sealed]));
  const old = gcm(createHash("sha256").update(password).digest(), salt(12), JSON.stringify(andOtp)).both;
  save("andotp-old.json.aes", Buffer.concat([salt(12), old]));
}

// --- FreeOTP and FreeOTP+ ---
const javaBytes = (bytes: Uint8Array) => [...Int8Array.from(bytes)];
const freeOtpKeys = [plain, unusual, counted];
const freeOtpToken = (key: OtpKey): { [name: string]: Json } => ({
  algo: key.algorithm,
  counter: key.type === "hotp" ? key.counter : 0,
  digits: key.digits,
  issuerExt: key.issuer,
  issuerInt: key.issuer,
  label: key.account,
  period: key.type === "totp" ? key.period : 30,
  type: key.type.toUpperCase(),
});
const withSecret = (key: OtpKey) => ({ ...freeOtpToken(key), secret: javaBytes(secretBytes(key)) });
saveJson("freeotp-plus.json", {
  tokenOrder: freeOtpKeys.map((key) => `${key.issuer}:${key.account}`),
  tokens: freeOtpKeys.toReversed().map(withSecret),
});
const xmlText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
save(
  "freeotp-v1.xml",
  `<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n${freeOtpKeys
    .map((key) => `    <string name="${xmlText(`${key.issuer}:${key.account}`)}">${xmlText(JSON.stringify(withSecret(key)))}</string>\n`)
    .join("")}    <string name="tokenOrder">[&quot;VPN:ana&quot;]</string>\n</map>\n`,
);
{
  const sealKey = (key: Uint8Array, content: Uint8Array, token: string): Json => ({
    mCipher: "AES/GCM/NoPadding",
    mCipherText: javaBytes(gcm(key, salt(12), content, token).both),
    mParameters: [48, 17, 4, 12, ...javaBytes(salt(12)), 2, 1, 16],
    mToken: token,
  });
  const master = Buffer.alloc(32, 3);
  const derived = pbkdf2Sync(password, salt(32), 2000, 32, "sha512");
  const map = new Map<string, string>([
    [
      "masterKey",
      JSON.stringify({
        mAlgorithm: "PBKDF2withHmacSHA512",
        mEncryptedKey: sealKey(derived, master, "AES"),
        mIterations: 2000,
        mSalt: javaBytes(salt(32)),
      }),
    ],
  ]);
  for (const [index, key] of freeOtpKeys.entries()) {
    map.set(`id-${index}`, JSON.stringify({ key: JSON.stringify(sealKey(master, secretBytes(key), `Hmac${key.algorithm}`)) }));
    map.set(`id-${index}-token`, JSON.stringify(freeOtpToken(key)));
  }
  const string = (text: string) => {
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const size = Buffer.alloc(4);
  size.writeUInt32BE(map.size);
  save(
    "freeotp-v2.xml",
    Buffer.concat([
      Buffer.from("aced0005", "hex"),
      Buffer.from("7372", "hex"),
      string("java.util.HashMap"),
      Buffer.from("0507dac1c31660d1", "hex"),
      Buffer.from("030002", "hex"),
      Buffer.from("F"),
      string("loadFactor"),
      Buffer.from("I"),
      string("threshold"),
      Buffer.from("7870", "hex"),
      Buffer.from("3f4000000000000c", "hex"),
      Buffer.from("770800000010", "hex"),
      size,
      ...[...map].flat().map((text) => Buffer.concat([Buffer.from("74", "hex"), string(text)])),
      Buffer.from("78", "hex"),
    ]),
  );
}

// --- Stratum ---
const stratumTypes = { hotp: 1, totp: 2, motp: 3, steam: 4, yandex: 5 };
const stratum: Json = {
  Authenticators: [
    ...all.map((key) => ({
      Type: stratumTypes[key.type],
      Icon: null,
      Issuer: key.issuer,
      Username: key.account === "" ? null : key.account,
      Secret: key.secret,
      Pin: null,
      Algorithm: numberOf(key),
      Digits: key.digits,
      Period: key.type === "hotp" ? 30 : key.period,
      Counter: key.type === "hotp" ? key.counter : 0,
      Ranking: 0,
    })),
    { Type: 3, Issuer: "Old VPN", Username: "mobile", Secret: "AAAA", Algorithm: 0, Digits: 6, Period: 10, Counter: 0 },
  ],
  Categories: [{ Id: "c1", Name: "work", Ranking: 0 }],
  AuthenticatorCategories: [{ CategoryId: "c1", AuthenticatorSecret: plain.secret, Ranking: 0 }],
  CustomIcons: [],
};
saveJson("stratum.json", stratum);
save(
  "stratum-sealed.stratum",
  Buffer.concat([
    Buffer.from("AUTHENTICATORPRO"),
    salt(16),
    salt(12),
    gcm(argon2(salt(16), 64 * 1024, 3, 4), salt(12), JSON.stringify(stratum)).both,
  ]),
);
save(
  "stratum-before.authpro",
  Buffer.concat([
    Buffer.from("AuthenticatorPro"),
    salt(20),
    salt(16),
    cbc(pbkdf2Sync(password, salt(20), 64_000, 32, "sha1"), salt(16), JSON.stringify(stratum)),
  ]),
);

// --- zips ---
interface Member {
  name: string;
  content: string | Uint8Array;
  /** Sealed as WinZip does with AES-256. */
  aes?: boolean;
}
function aesMember(packed: Uint8Array): Buffer {
  const derived = pbkdf2Sync(password, salt(16), 1000, 66, "sha1");
  const mask: Buffer[] = [];
  for (let block = 1; (block - 1) * 16 < packed.length; block++) {
    const count = Buffer.alloc(16);
    count.writeUInt32LE(block);
    const cipher = createCipheriv("aes-256-ecb", derived.subarray(0, 32), null).setAutoPadding(false);
    mask.push(cipher.update(count));
  }
  const stream = Buffer.concat(mask);
  const sealed = packed.map((byte, index) => byte ^ (stream[index] ?? 0));
  const mac = createHmac("sha1", derived.subarray(32, 64)).update(sealed).digest().subarray(0, 10);
  return Buffer.concat([salt(16), derived.subarray(64), sealed, mac]);
}
function zip(members: Member[]): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, aes } of members) {
    const plainBytes = Buffer.from(content);
    const deflated = deflateRawSync(plainBytes);
    const packed = aes ? aesMember(deflated) : deflated;
    const extra = aes ? Buffer.from("0199070002004145030800", "hex") : Buffer.alloc(0);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(aes ? 1 : 0, 2);
    shared.writeUInt16LE(aes ? 99 : 8, 4);
    shared.writeUInt32LE(0x58210000, 6);
    shared.writeUInt32LE(aes ? 0 : crc32(plainBytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(plainBytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    shared.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), extra, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), shared, tail, Buffer.from(name), extra]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
save("proton-pass.zip", zip([{ name: "Proton Pass/data.json", content: JSON.stringify(protonPass) }]));
save("proton-pass-pgp.zip", zip([{ name: "Proton Pass/data.pgp", content: "-----BEGIN PGP MESSAGE-----\n\nx" }]));
save("bomb.zip", zip([{ name: "export.data", content: Buffer.alloc(64 * 1024 * 1024) }]));

// --- Raivo ---
const raivo: Json = all.map((key) => ({
  kind: key.type.toUpperCase(),
  algorithm: key.algorithm,
  digits: String(key.digits),
  timer: key.type === "hotp" ? "0" : String(key.period),
  counter: key.type === "hotp" ? String(key.counter) : "0",
  issuer: key.issuer,
  account: key.account,
  secret: key.secret,
  pinned: String(key === plain),
  iconType: "",
  iconValue: "",
}));
saveJson("raivo-otp-export.json", raivo);
save(
  "raivo-sealed.zip",
  zip([
    { name: "raivo-otp-export.html", content: "<p>x</p>", aes: true },
    { name: "raivo-otp-export.json", content: JSON.stringify(raivo), aes: true },
  ]),
);

// --- 1Password ---
const onePasswordItem = (key: OtpKey, totps: string[]): Json => ({
  uuid: "fkruyzrldvizuqlnavfj3gltfe",
  favIndex: key === plain ? 1 : 0,
  state: "active",
  categoryUuid: "001",
  details: {
    loginFields: [{ value: key.account, id: "", name: "username", type: "T", designation: "username" }],
    notesPlain: "",
    sections: [{ title: "", name: "s", fields: totps.map((totp) => ({ title: "one-time password", id: "TOTP_x", value: { totp } })) }],
  },
  overview: { title: key.issuer, url: "", tags: key === plain ? ["work"] : [] },
});
save(
  "one-password.1pux",
  zip([
    { name: "export.attributes", content: JSON.stringify({ version: 3, description: "1Password Unencrypted Export" }) },
    {
      name: "export.data",
      content: JSON.stringify({
        accounts: [
          {
            attrs: { accountName: "Ana" },
            vaults: [
              {
                attrs: { name: "Personal" },
                items: [
                  onePasswordItem(plain, [plain.secret]),
                  onePasswordItem(unusual, [link(unusual), link(longest)]),
                  onePasswordItem(nameless, []),
                  onePasswordItem({ ...plain, issuer: "Broken" }, ["not a key 189"]),
                ],
              },
            ],
          },
        ],
      }),
    },
  ]),
);
save(
  "one-password.csv",
  csv([
    ["Title", "Url", "Username", "Password", "OTPAuth", "Favorite", "Archived", "Tags", "Notes"],
    ...[plain, unusual].map((key) => [key.issuer, "", key.account, "hunter2", link(key), String(key === plain), "false", "", ""]),
  ]),
);

// --- KeePass ---
save(
  "keepassxc.csv",
  csv([
    ["Group", "Title", "Username", "Password", "URL", "Notes", "TOTP", "Icon", "Last Modified", "Created"],
    ...[plain, unusual, longest].map((key) => ["Root/work", key.issuer, key.account, "hunter2", "", "", link(key), "0", "", ""]),
    ["Root", "No code", "ana", "hunter2", "", "", "", "0", "", ""],
  ]),
);
{
  const strings = (values: { [key: string]: string }) =>
    Object.entries(values)
      .map(([key, value]) => `<String><Key>${xmlText(key)}</Key><Value ProtectInMemory="True">${xmlText(value)}</Value></String>`)
      .join("\n");
  const entry = (key: OtpKey, values: { [key: string]: string }) =>
    `<Entry><UUID>x==</UUID>${strings({ Title: key.issuer, UserName: key.account, Password: "hunter2", ...values })}` +
    `<History><Entry>${strings({ Title: "before", otp: "otpauth://totp/x?secret=AAAA" })}</Entry></History></Entry>`;
  save(
    "keepass.xml",
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile>
<!-- made up -->
<Meta><Generator>KeePassXC</Generator><RecycleBinEnabled>True</RecycleBinEnabled><RecycleBinUUID>bin==</RecycleBinUUID></Meta>
<Root><Group><UUID>root==</UUID><Name>Passwords</Name>
${entry(plain, { otp: link(plain) })}
${entry(nameless, {})}
<Group><UUID>work==</UUID><Name>work</Name>
${entry(unusual, { "TimeOtp-Secret-Base32": unusual.secret, "TimeOtp-Period": "45", "TimeOtp-Length": "8", "TimeOtp-Algorithm": "HMAC-SHA-256" })}
${entry(counted, { "HmacOtp-Secret-Hex": hex(secretBytes(counted)), "HmacOtp-Counter": "7" })}
${entry(steam, { "TOTP Seed": steam.secret, "TOTP Settings": "30;S" })}
</Group>
<Group><UUID>bin==</UUID><Name>Recycle Bin</Name>
${entry({ ...plain, issuer: "Gone" }, { otp: link(plain) })}
</Group>
</Group></Root>
</KeePassFile>
`,
  );
}

// --- Google ---
{
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]);
  const number = (field: number, value: number) => [...varint(field * 8), ...varint(value)];
  const bytes = (field: number, value: Uint8Array | string) => {
    const content = Buffer.from(value);
    return [...varint(field * 8 + 2), ...varint(content.length), ...content];
  };
  const account = (key: OtpKey) =>
    bytes(
      1,
      Uint8Array.from([
        ...bytes(1, secretBytes(key)),
        ...bytes(2, key.issuer === "" ? key.account : `${key.issuer}:${key.account}`),
        ...(key.issuer === "" ? [] : bytes(3, key.issuer)),
        ...number(4, numberOf(key) + 1),
        ...number(5, key.digits === 8 ? 2 : 1),
        ...number(6, key.type === "hotp" ? 1 : 2),
        ...(key.type === "hotp" ? number(7, key.counter) : []),
      ]),
    );
  // A field that nobody knows, for its base64 is full of plus signs.
  const run = [251, 239, 190, 251, 239, 190];
  const plusses = bytes(9, Uint8Array.from([...run, 0, ...run, 0, ...run]));
  const part = (keys: OtpKey[], index: number, size: number) => {
    const message = [...keys.flatMap(account), ...number(2, 1), ...number(3, size), ...number(4, index), ...number(5, 77), ...plusses];
    return base64(Uint8Array.from(message));
  };
  const google = [plain, { ...unusual, period: 30 }, nameless, counted];
  const uri = (data: string) => `otpauth-migration://offline?data=${data}`;
  save("google.txt", `${uri(encodeURIComponent(part(google, 0, 1)))}\n`);
  save("google-raw-plus.txt", `${uri(part(google, 0, 1))}\n`);
  save("google-parts-1-3.txt", `${uri(encodeURIComponent(part([plain], 0, 3)))}\n${uri(encodeURIComponent(part([counted], 2, 3)))}\n`);
}
