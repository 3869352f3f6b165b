import { startResendServer } from "../../support/resend-server.ts";
import { startLoad } from "../servers/start.ts";
import { clockOf } from "./clock.ts";
import { type FinalLook, lookAtAll } from "./final-look.ts";
import { Mishaps } from "./mishaps.ts";
import type { LoadOptions } from "./options.ts";
import { Journal } from "./people/journal.ts";
import type { Town } from "./people/town.ts";
import { type LoadReport, reportOf } from "./report.ts";
import { flow, settle } from "./traffic.ts";
import { everything, hour } from "./visits/mix.ts";

/** Runs mixed traffic over the bundle of `bundleServer("load")` and holds every answer against the model. */
export async function runLoad(options: LoadOptions): Promise<LoadReport> {
  const { connections, seed, faultRate, speed, isDone, progress } = options;
  let rate = 0;
  const mishaps = new Mishaps(seed, () => rate);
  const resend = await startResendServer((to) => mishaps.next(to));
  const setting = { startedAt: Date.now(), speed };
  const log: string[] = [];
  const mail = { DELETION_DAYS: "0", MAIL: "resend", RESEND_API_KEY: "re_load", RESEND_BASE_URL: resend.address };
  const service = await startLoad({ ...mail, CLOCK: JSON.stringify(setting) }, (line) => log.push(line));
  try {
    const journal = new Journal();
    const clock = clockOf(setting);
    const town: Town = {
      address: service.address,
      seed,
      clock,
      slips: options.traffic === "hour" ? 1 : 3,
      journal,
      faultRate: () => rate,
      sentTo: resend.sentTo,
      mishapsOf: (email) => mishaps.of(email),
    };
    const pass = async (seconds: number) => {
      await (await fetch(`${service.address}/load/pass?seconds=${seconds}`)).text();
      clock.pass(seconds);
    };
    /** Runs the chores until the outbox is empty, as hours go by. */
    const drainOutbox = async () => {
      const left = () =>
        service.database.prepare("SELECT count(*) AS left FROM outbox WHERE sent_at IS NULL").first<number>("left");
      for (let run = 0; run < 200 && ((await left()) ?? 0) > 0; run++) {
        await (await fetch(`${service.address}/load/schedule`)).text();
        await pass(300);
      }
    };

    progress("people move in");
    const settled = await settle(town, options.people, connections);
    progress("an hour's traffic");
    rate = faultRate;
    const before = { answers: journal.answers, at: performance.now() };
    const seconds = () => (performance.now() - before.at) / 1000;
    const people = await flow(town, settled, {
      connections,
      visits: options.traffic === "hour" ? hour : everything,
      isDone: () => isDone(journal.answers - before.answers, seconds()),
    });
    const traffic = { answers: journal.answers - before.answers, seconds: seconds() };
    rate = 0;
    progress("looking at everything");
    // Whatever was slowed may be tried again.
    await pass(2 * 60 * 60);
    const look: FinalLook = await lookAtAll(town, people, { connections, drainOutbox });
    const database = await (await fetch(`${service.address}/load/injected`)).json();
    return reportOf({ options, journal, traffic, look, people: people.length, mail: mishaps.injected, database, log });
  } finally {
    await service.stop();
    await resend.close();
  }
}
