import { type ReadonlySignal, signal } from "@preact/signals";
import type { RememberedDevice } from "../../contract/trusted-browser.ts";
import { type Attempt, createAttempt } from "../attempt.ts";
import type { SecurityState } from "../security-state.ts";

/** The browsers that skip the second step, and what can be done about it. */
export interface TrustedBrowsers {
  /** Null before they were read. */
  devices: ReadonlySignal<RememberedDevice[] | null>;
  attempt: Attempt;
  load: () => Promise<void>;
  /** Forgets one; `name` is what it is called in what is said then. */
  forget: (device: RememberedDevice, name: string) => Promise<void>;
  forgetAll: () => Promise<void>;
  /** Gives one a name of its owner's own; whether it did. */
  rename: (device: RememberedDevice, name: string) => Promise<boolean>;
}

/** The remembered browsers of the account that is signed in, none of which has been read. */
export function createTrustedBrowsers({ client, stepUp, visit }: SecurityState): TrustedBrowsers {
  const devices = signal<RememberedDevice[] | null>(null);
  const attempt = createAttempt();
  const load = async () => {
    const answer = await attempt.run(() => stepUp.guard(() => client.devices.list()));
    if (answer?.ok) devices.value = answer.value.devices;
  };
  return {
    devices,
    attempt,
    load,
    async forget({ id }, name) {
      const { say } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.devices.forget(id)));
      // One that has run out meanwhile is as good as forgotten.
      if (!answer?.ok && answer?.code !== "not_found") return;
      say({ what: "device_forgotten", name });
      await load();
    },
    async rename({ id }, name) {
      const wanted = name.trim();
      if (wanted === "") return false;
      const { say } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.devices.rename(id, wanted)));
      if (!answer?.ok) return false;
      say({ what: "device_renamed", name: wanted });
      await load();
      return true;
    },
    async forgetAll() {
      const { say } = visit();
      const answer = await attempt.run(() => stepUp.guard(() => client.devices.forgetAll()));
      if (!answer?.ok) return;
      say({ what: "devices_forgotten" });
      await load();
    },
  };
}
