import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { migrateLocalDatabase, startLocalWorker } from "../../../scripts/local-worker.ts";
import { startResendServer } from "../../support/resend-server.ts";

/** How many people sign up in which time, and what the provider takes. */
export interface MailLoad {
  signUps: number;
  seconds: number;
  perSecond: number;
}

/** What became of them. */
export interface MailReport extends MailLoad {
  /** How many answers had each status. */
  statuses: Record<string, number>;
  /** Seconds that the slower half, and the slowest, waited for their answer at least. */
  answered: { median: number; slowest: number };
  /** Requests that the provider refused for its rate. */
  refused: number;
  /** Addresses by how many mails they got; 1 is as it should be. */
  mails: Record<string, number>;
  /** Seconds from the first sign-up to the last mail. */
  lastMail: number;
  /** How many of the mailed codes made an account. */
  verified: number;
}

const longestWaitSeconds = 120;

/**
 * Runs the worker of the repository, with its Queue, beside a mail provider that takes so many mails a second, and signs
 * people up at an even pace, faster than that. Returns when each has a mail, or none came any more for two minutes.
 */
export async function runMailLoad(load: MailLoad): Promise<MailReport> {
  const resend = await startResendServer(() => null, load.perSecond);
  const persistTo = await mkdtemp(join(tmpdir(), "latchkey-mail-"));
  await migrateLocalDatabase({ persistTo });
  const mail = { MAIL: "resend", RESEND_API_KEY: "re_bench", RESEND_BASE_URL: resend.address };
  const worker = await startLocalWorker({ persistTo, settings: { ...mail, MAIL_PER_SECOND: `${load.perSecond}` } });
  try {
    const people = Array.from({ length: load.signUps }, (_, at) => `mail-${at}@people.example`);
    const began = performance.now();
    const since = (moment: number) => (performance.now() - moment) / 1000;
    const answers = await Promise.all(
      people.map(async (email, at) => {
        await pause((at * load.seconds * 1000) / load.signUps);
        const asked = performance.now();
        const answer = await post(worker.address, "/v1/accounts", { email, password: "a quiet harbour at dawn" });
        return { email, ...answer, seconds: since(asked) };
      }),
    );
    const missing = () => people.filter((email) => resend.sentTo(email).length === 0).length;
    while (missing() > 0 && since(began) < load.seconds + longestWaitSeconds) await pause(100);
    const lastMail = since(began);
    // What is sent twice comes after what is sent once.
    await pause(3000);
    const verified = await Promise.all(
      answers.map(({ email, body }) => {
        const code = /^\d{6}$/m.exec(resend.sentTo(email).at(-1)?.text ?? "")?.[0];
        return post(worker.address, "/v1/accounts/verify", { id: body.verification?.id, code });
      }),
    );
    const waits = answers.map(({ seconds }) => seconds).toSorted((one, other) => one - other);
    return {
      ...load,
      statuses: countBy(answers.map(({ status }) => status)),
      answered: { median: waits[Math.floor(waits.length / 2)] ?? 0, slowest: waits.at(-1) ?? 0 },
      refused: resend.refused(),
      mails: countBy(people.map((email) => resend.sentTo(email).length)),
      lastMail,
      verified: verified.filter(({ status }) => status === 201).length,
    };
  } finally {
    await worker.stop();
    await resend.close();
    await rm(persistTo, { recursive: true, force: true });
  }
}

interface Answer {
  status: number;
  body: { verification?: { id: string } };
}

async function post(address: string, path: string, body: object): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${address}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

function countBy(values: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
