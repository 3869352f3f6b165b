import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator } from "playwright-core";

const run = promisify(execFile);

/** Reads a QR code as a phone does: from a picture of what is on the screen. */
export async function readQrCode(shown: Locator): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-qr-"));
  try {
    const path = join(folder, "qr.png");
    await shown.screenshot({ path });
    const { stdout } = await run("zbarimg", ["--quiet", "--raw", path]);
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}
