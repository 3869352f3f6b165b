import { readdir, readFile } from "node:fs/promises";

/** The process ids of the runtimes that this process has started itself, or one that it started; Linux alone tells. */
export async function runtimesBelow(): Promise<number[]> {
  const pids = (await readdir("/proc")).filter((part) => /^\d+$/.test(part)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return words.includes("/workerd") && (await isBelow(pid, process.pid)) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** A process's resident memory in MiB: now, or the most that it ever was. 0 where the process is gone. */
export async function memoryOfProcess(pid: number, when: "now" | "most" = "now"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kibibytes = when === "now" ? /^VmRSS:\s+(\d+)/m : /^VmHWM:\s+(\d+)/m;
  return Math.round(Number(kibibytes.exec(status)?.[1] ?? 0) / 1024);
}

async function isBelow(pid: number, ancestor: number): Promise<boolean> {
  if (pid <= 1) return false;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  return parent === ancestor || isBelow(parent, ancestor);
}
