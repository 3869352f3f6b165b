import { expect, it } from "vitest";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

const firefox = (version: number) =>
  `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

async function signInFrom(person: Person, userAgent: string, ip: string): Promise<number> {
  const headers = { "User-Agent": userAgent, "CF-Connecting-IP": ip };
  const answer = await person.service.post("/v1/sign-in", person, { token: undefined, headers });
  expect(answer.body.status).toBe("complete");
  const mails = await person.service.mailsTo(person.email);
  return mails.filter(({ subject }) => subject === "New sign-in to your Latchkey account").length;
}

it("a sign-in is mailed from a browser that is new to the account, and from that one only once", async () => {
  const person = await Person.signUp(new Service());
  expect(await signInFrom(person, firefox(145), "192.0.2.7")).toBe(1);
  expect(await signInFrom(person, firefox(145), "192.0.2.7")).toBe(1);
  // Its update, and another address of the same line, make it no other browser.
  expect(await signInFrom(person, firefox(146), "192.0.2.99")).toBe(1);
  expect(await signInFrom(person, chrome, "192.0.2.7")).toBe(2);
});

it("a browser of the same name from another network is a stranger", async () => {
  const person = await Person.signUp(new Service());
  await signInFrom(person, firefox(145), "192.0.2.7");
  expect(await signInFrom(person, firefox(145), "203.0.113.9")).toBe(2);
});

it("what one account knows, another does not", async () => {
  const service = new Service();
  const [one, other] = [await Person.signUp(service), await Person.signUp(service)];
  await signInFrom(one, firefox(145), "192.0.2.7");
  expect(await signInFrom(other, firefox(145), "192.0.2.7")).toBe(1);
});

it("of many sign-ins at once from a new browser one is mailed", async () => {
  const person = await Person.signUp(new Service());
  await Promise.all(Array.from({ length: 5 }, () => signInFrom(person, chrome, "192.0.2.7")));
  expect(await signInFrom(person, chrome, "192.0.2.7")).toBe(1);
});
