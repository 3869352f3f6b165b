import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { askBackground } from "../messages.ts";
import { createSaving } from "../saving.ts";
import { inMemory, onDisk, onMemoryChange } from "../storage.ts";
import { isWrong, type MeasuredClock } from "./rules.ts";

const measured = inMemory("clock");
const corrects = onDisk("correctClock");

const service: Signal<MeasuredClock | undefined> = signal(undefined);
const isCorrecting = signal(false);
const saving = createSaving();

/** Whether codes are made by the service's clock. */
export const isCorrected: ReadonlySignal<boolean> = isCorrecting;

/** Whether the choice could not be saved. */
export const correctionNotSaved: ReadonlySignal<boolean> = saving.failed;

/** How far this computer's clock is off, in milliseconds that it is behind; undefined while it is right or not known. */
export const clockFault: ReadonlySignal<number | undefined> = computed(() =>
  service.value && isWrong(service.value) ? service.value.aheadMs : undefined,
);

/** What is added to this computer's time for codes, in milliseconds. */
export const correctionMs: ReadonlySignal<number> = computed(() => (isCorrecting.value ? (clockFault.value ?? 0) : 0));

/** Reads what is known of the clock, and follows it. Where it is to be corrected and is not known, the service is asked. */
export async function followClock(): Promise<void> {
  onMemoryChange("clock", () => void read());
  await read();
  if (isCorrecting.value && !service.value) {
    // Where the background does not answer, the clock stays unknown and the codes are this computer's.
    void askBackground("callService", { path: "/v1/session", method: "GET", headers: {} }).catch(() => undefined);
  }
}

/** Makes codes by the service's clock from now on, or by this computer's. */
export async function correctClock(wanted: boolean): Promise<void> {
  await saving.run(async () => {
    await corrects.write(wanted);
    isCorrecting.value = wanted;
  });
}

/** The time that codes are made for, in milliseconds since 1970; for those who show no screen. */
export async function codeTime(): Promise<number> {
  await read();
  return Date.now() + correctionMs.value;
}

async function read(): Promise<void> {
  const [clock, wanted] = await Promise.all([measured.read(), corrects.read()]);
  service.value = clock;
  isCorrecting.value = wanted ?? false;
}
