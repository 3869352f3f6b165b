/** What only one of all windows and the background may do at a time. */
type Turn = "copied-code" | "fill" | "last-used" | "session" | "vault" | "vault-key";

/**
 * Runs `work` while no other window, nor the background, runs one of the same turn: so nothing that was read to be written
 * back is overtaken. Rejects as `work` does.
 */
export async function exclusively<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value> {
  return await navigator.locks.request(`latchkey-${turn}`, work);
}
