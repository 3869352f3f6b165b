import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";

const run = promisify(execFile);
const stepSeconds = 30;

/** An authenticator app in somebody's hand: `oathtool`, which knows nothing of our code. */
export interface Authenticator {
  /** A code that the service has not seen: each one is good once. Waits only when the next step is too far off. */
  nextCode(): Promise<string>;
  /** The code that an app shows at this moment. */
  codeNow(): Promise<string>;
}

/** An authenticator that holds `key`, in base32 as it is typed by hand. */
export function authenticatorWith(key: string): Authenticator {
  let lastStep = -1;
  return {
    async nextCode() {
      // The service takes one step either side, so three codes in a row need no waiting;
      // near its end a step's predecessor might be too old by the time it arrives.
      const secondsLeft = stepSeconds - ((Date.now() / 1000) % stepSeconds);
      const oldest = currentStep() - (secondsLeft > 10 ? 1 : 0);
      lastStep = Math.max(lastStep + 1, oldest);
      const tooEarly = (lastStep - 1) * stepSeconds * 1000 - Date.now();
      if (tooEarly > 0) await new Promise((resolve) => setTimeout(resolve, tooEarly));
      return codeAt(key, lastStep);
    },
    codeNow: () => codeAt(key, currentStep()),
  };
}

/** Waits until what is shown holds the code of the moment, which may change while somebody looks. */
export async function expectCode(shown: () => Promise<string | null>, code: () => Promise<string>): Promise<void> {
  const isShown = async () => ((await shown()) ?? "").replace(/\s/gu, "").includes(await code());
  await expect.poll(isShown, { message: "the code of this moment is shown", timeout: 15_000 }).toBe(true);
}

function currentStep(): number {
  return Math.floor(Date.now() / 1000 / stepSeconds);
}

async function codeAt(key: string, step: number): Promise<string> {
  const { stdout } = await run("oathtool", ["--totp", "--base32", "--now", `@${step * stepSeconds}`, key]);
  return stdout.trim();
}
