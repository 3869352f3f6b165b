import { client } from "./page-client.ts";

/** Whether changes of the account that is signed in wait for a review; no where that can't be asked. */
export async function hasDisputed(): Promise<boolean> {
  const disputed = await client.disputed.list();
  return disputed.ok && disputed.value.items.length > 0;
}

/** Whether the account is about to be deleted; no where that can't be asked. */
async function isBeingDeleted(): Promise<boolean> {
  const account = await client.account.get();
  return account.ok && account.value.waiting.some(({ type }) => type === "deletion");
}

/**
 * Goes on after a sign-in: to `address`, but first to the review of what was disputed, where there is any, or to the
 * offer to keep an account that is about to be deleted. That page
 * finds the way on in the same query as this one.
 */
export async function afterSignIn(address: string): Promise<void> {
  const [disputed, deleted] = await Promise.all([hasDisputed(), isBeingDeleted()]);
  location.replace(disputed || deleted ? `/profile/security${location.search}` : address);
}
