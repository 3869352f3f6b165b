import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LatchkeyPeople, password } from "./operations/latchkey-people.ts";
import { peerPeople } from "./operations/peer.ts";
import { memoryOfProcess, runtimesBelow } from "./process-memory.ts";
import { type Side, sides } from "./servers/bundle.ts";
import { startOne } from "./servers/start.ts";

/** How many sign-ins come one after the other, in all until then, and how many at once after them. */
export interface SignIns {
  inARow: readonly number[];
  atOnce: number;
}

/** What the runtime of one side has taken beyond what it had before its first hash, in MiB. */
export interface MemoryUse {
  /** After each number of sign-ins in a row. */
  inARow: number[];
  /** After the sign-ins at once, and the most that it ever was. */
  atOnce: number;
  most: number;
}

/** Measures the resident memory of each side's runtime, which runs nothing else, over sign-ins of as many people. */
export async function measureMemory(signIns: SignIns): Promise<Record<Side, MemoryUse>> {
  const measured: Partial<Record<Side, MemoryUse>> = {};
  for (const side of sides) {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-bench-"));
    try {
      const emails = await makePeople(side, folder, signIns.atOnce);
      measured[side] = await measureSide(side, folder, signIns, emails);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return measured as Record<Side, MemoryUse>;
}

/** Makes accounts by a runtime of their own, which is gone afterwards. */
async function makePeople(side: Side, folder: string, count: number): Promise<string[]> {
  const { address, stop } = await startOne(side, folder);
  try {
    const people = peopleOf(side, address);
    const emails: string[] = [];
    while (emails.length < count) emails.push(await people.newPerson());
    return emails;
  } finally {
    await stop();
  }
}

async function measureSide(
  side: Side,
  folder: string,
  { inARow }: SignIns,
  emails: readonly string[],
): Promise<MemoryUse> {
  const before = await runtimesBelow();
  const { address, stop } = await startOne(side, folder);
  try {
    const [runtime = 0] = (await runtimesBelow()).filter((pid) => !before.includes(pid));
    const people = peopleOf(side, address);
    await people.warmUp();
    const base = await memoryOfProcess(runtime);
    const more = async (when: "now" | "most" = "now") => (await memoryOfProcess(runtime, when)) - base;
    const use: MemoryUse = { inARow: [], atOnce: 0, most: 0 };
    let done = 0;
    for (const count of inARow) {
      for (; done < count; done++) await people.signIn(emails[done % emails.length] ?? "");
      use.inARow.push(await more());
    }
    await Promise.all(emails.map((email) => people.signIn(email)));
    return { ...use, atOnce: await more(), most: await more("most") };
  } finally {
    await stop();
  }
}

function peopleOf(side: Side, address: string) {
  return side === "latchkey" ? ours(address) : peerPeople(address);
}

/** People of ours, by their addresses alone. */
function ours(address: string) {
  const people = new LatchkeyPeople(address);
  return {
    async newPerson(): Promise<string> {
      const email = people.newAddress();
      const { id } = (await people.post("/v1/accounts", { email, password })).body.verification;
      await people.post("/v1/accounts/verify", { id, code: await people.mailedCode(email) });
      return email;
    },
    signIn: (email: string) => people.signIn(email),
    warmUp: async () => void (await (await fetch(`${address}/health`)).text()),
  };
}
