/** How long other requests have the isolate to themselves before each hash of another system. */
export const restMilliseconds = 50;

let taken = 0;

/**
 * Waits for the turn of a hash of another system, which may take a second of CPU: resolves once for each of those that
 * wait, with a rest before each, in which everything else is answered (promise M1). The hash is to follow without
 * anything awaited. Nobody holds a turn while waiting, so that a request which is cancelled keeps nobody else from one.
 */
export async function takeTurn(): Promise<void> {
  let before: number;
  do {
    before = taken;
    await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
  } while (before !== taken);
  taken++;
}
