/** What comes back for a message: a value, or that whoever was to answer failed. */
type Reply<Value> = { value: Value } | { failed: true };

/** Sends what `work` comes to back to who asked, also where it rejects: else they would wait for as long as they live. */
export function replyWith(work: Promise<unknown>, respond: (reply: Reply<unknown>) => void): void {
  void work.then(
    (value) => respond({ value }),
    () => respond({ failed: true }),
  );
}

/** What a reply holds. Rejects where there is none, as where the other side is gone, and where it failed. */
export async function valueIn<Value>(reply: Promise<Reply<Value> | undefined>): Promise<Value> {
  const came = await reply;
  if (!came || "failed" in came) throw new Error("what was asked for could not be done");
  return came.value;
}
