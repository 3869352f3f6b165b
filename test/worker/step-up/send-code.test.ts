import { expect, it } from "vitest";
import { maskEmail } from "../../../worker/email-address/rules.ts";
import { Person } from "../../support/person.ts";
import { Service } from "../../support/service.ts";

it("says where the code of a step-up went by enough of the address to tell two of one's own apart, and no more", async () => {
  const person = await Person.signUp(new Service());
  await person.turnOnEmail();
  person.service.pass(60);
  const { status, body } = await person.service.post("/v1/step-up/email-code", {}, person);
  expect(status).toBe(202);
  const [first, last] = [person.email[0], person.email.at(person.email.indexOf("@") - 1)];
  expect(body.sentTo).toBe(`${first}•••${last}@example.com`);
});

it("masks both addresses of a change, in its mails and in activity", async () => {
  const person = await Person.signUp(new Service());
  await person.stepUpByPassword();
  const newEmail = await person.moveAddress();
  const told = JSON.stringify((await person.service.get("/v1/account/activity", person)).body);
  expect(told).toContain(maskEmail(newEmail));
  expect(told).not.toContain(newEmail);
  const mails = (await person.service.mailsTo(person.email)).filter(({ subject }) => /address/.test(subject));
  expect(mails.length).toBeGreaterThanOrEqual(2);
  for (const { text, html } of mails) {
    expect(text).toContain(maskEmail(newEmail));
    expect(`${text}${html}`).not.toContain(newEmail);
  }
});
