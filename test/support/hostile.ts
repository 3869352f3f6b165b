import fc from "fast-check";

/** What honest bodies are made of: enough of it that a body gets past its schema, to what lies behind. */
const honest: Record<string, unknown[]> = {
  email: ["ana@example.com", "ANA@EXAMPLE.COM", "ñandú@example.com"],
  newEmail: ["eva@example.com"],
  password: ["a quiet harbour at dawn", "password1", "x"],
  currentPassword: ["a quiet harbour at dawn", "x"],
  newPassword: ["seven lanterns on a pier", "short"],
  locale: ["en", "es"],
  code: ["123456", "000-000", "abcd-efgh-jkmn-pqrs"],
  id: ["x", "AAAAAAAAAAAAAAAAAAAAAA"],
  signIn: ["A".repeat(43)],
  method: ["app", "email", "recovery", "passkey"],
  name: ["Phone"],
  preferred: ["x"],
  link: ["A.B"],
  signOutOthers: [true, false],
  rememberDevice: [true, false],
  aud: ["example-api"],
  redirectUris: [["https://shop.example/"], ["javascript:alert(1)"]],
  confidential: [true, false],
  disabled: [true, false],
  on: [true, false],
  response: [
    {
      id: "AAAA",
      rawId: "AAAA",
      type: "public-key",
      clientExtensionResults: {},
      response: {
        // `{"type":"webauthn.get"}`, then CBOR that ends before it should.
        clientDataJSON: "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
        attestationObject: "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVik",
        authenticatorData: "AAAA",
        signature: "AAAA",
        userHandle: "AAAA",
      },
    },
  ],
};

const nastyTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b@example.com",
  "\ud800",
  "\udfff\ud800",
  "a\ud800@example.com",
  "\u202e\u200b\ufeff",
  "__proto__",
  "constructor",
  "'; DROP TABLE accounts; --",
  "%00%ff%e0%a4",
  "../../etc/passwd",
  "\r\nSet-Cookie: x=y",
  "٣٣٣٣٣٣",
  "１２３４５６",
  `${"a".repeat(64)}@${"b".repeat(180)}.example`,
  "x".repeat(5000),
  "é".repeat(3000),
];

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 63, 0.1),
  fc.constantFrom<unknown>([], {}, [[]], [null], { length: 3 }, { toString: "x" }, { toJSON: 1 }, ["ana@example.com"]),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
);

/** Objects of the names that the schemas know, some values honest and some not. */
const nearlyHonestBody = fc
  .record(
    Object.fromEntries(
      Object.entries(honest).map(([name, values]) => [
        name,
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: nastyValue }),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((body) => JSON.stringify(body));

const nest = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

const nastyText = fc.oneof(
  fc.constantFrom(
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "\ufeff{}",
    "{}{}",
    "NaN",
    "{'email':1}",
    nest("[", "]", 7000),
    nest('{"email":', "}", 1500).replace(":}", ":1}"),
    '{"__proto__":{"email":"ana@example.com","password":"x"}}',
    '{"constructor":{"prototype":{"email":1}},"email":"ana@example.com","password":"x"}',
    '{"email":"ana@example.com","email":"eva@example.com","password":"x","password":1}',
    '{"email":"\\ud800@example.com","password":"\\u0000"}',
    '{"code":1e400,"id":123456789012345678901234567890}',
    `{"password":"${"x".repeat(16 * 1024)}"}`,
    `{${Array.from({ length: 1500 }, (_, at) => `"k${at}":1`).join(",")}}`,
  ),
  fc.string({ unit: "binary", maxLength: 500 }),
  fc.json({ maxDepth: 4 }),
);

/** The text of a body that means harm, or comes from a broken client. */
export const hostileBody: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: nearlyHonestBody },
  { weight: 1, arbitrary: nastyText },
);

/** What may stand in a path in place of an id. */
export const hostilePart: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "x",
    "%00",
    "%ff",
    "%E0%A4%A",
    "%2e%2e%2f",
    "..%5c",
    "__proto__",
    "%F0%9F%94%91",
    "a'b",
    "*",
    "9".repeat(3000),
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed())),
);

const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 200,
});

/** Headers that the worker reads, with values that no honest client sends. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    "Accept-Language": fc.oneof(printable, fc.constantFrom("*", ";q=9", "es;q=NaN,".repeat(200), "e".repeat(4000))),
    "CF-Connecting-IP": fc.oneof(printable, fc.constantFrom(":::::", "::ffff:1.2.3.4.5", "[::1]", "1".repeat(2000))),
    "Latchkey-Session": printable,
    "User-Agent": fc.oneof(printable, fc.constant("Mozilla/".repeat(1000))),
    "X-Forwarded-For": printable,
    "Content-Type": fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("application/json", "APPLICATION/JSON ; charset=utf-16") },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          "text/plain",
          "application/json, text/plain",
          "application/problem+json",
          ";",
          "x".repeat(999),
        ),
      },
    ),
  },
  { requiredKeys: ["Content-Type"] },
);
