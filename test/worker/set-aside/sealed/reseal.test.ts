import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { systemRandom } from "../../../../worker/crypto/random.ts";
import { readSealKeys } from "../../../../worker/environment.ts";
import { countSealedAside, resealAside } from "../../../../worker/set-aside/sealed/reseal.ts";
import { newPassword, resetPassword } from "../../../support/password-reset.ts";
import { Person } from "../../../support/person.ts";
import { Service } from "../../../support/service.ts";
import { decide, disputedItems, press } from "../../../support/thief.ts";

const text = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).map((_, at) => byte + at)));
const db = env.DB.withSession("first-primary");

it("puts a suspended app under the newest key, and it signs in when its owner keeps it", async () => {
  const run = crypto.randomUUID().slice(0, 8);
  const [old, next] = [`old-${run}:${text(1)}`, `new-${run}:${text(60)}`];
  const before = await Person.signUp(new Service({ SEAL_KEYS: old }));
  await before.turnOnApp();
  await press(before);
  const place = { keyId: `old-${run}`, after: "", limit: 10 };
  const resealing = { db, keys: readSealKeys(`${next} ${old}`), random: systemRandom };
  const twice = await Promise.all([1, 2].map(() => resealAside(resealing, place)));
  expect(twice.map(({ resealed }) => resealed).sort()).toEqual([0, 1]);
  const counts = await countSealedAside(db);
  expect([counts.get(`old-${run}`), counts.get(`new-${run}`)]).toEqual([undefined, 1]);

  const service = new Service({ SEAL_KEYS: next });
  service.now = before.service.now;
  const person = Object.assign(Object.create(before) as Person, { service, password: newPassword });
  person.token = (await resetPassword(person)).body.session.token;
  await person.stepUpByPassword();
  const [app] = (await disputedItems(person)).filter(({ kind }) => kind === "app");
  expect((await decide(person, app?.id ?? "", true)).status).toBe(204);
  service.pass(30);
  const { signIn } = (await person.startSignIn()).body;
  expect((await person.typeCode(signIn, "app", person.appCode())).body.status).toBe("complete");
});
