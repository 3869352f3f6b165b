import { client } from "./page-client.ts";

/** Whether changes of the account that is signed in wait for a review; no where that can't be asked. */
export async function hasDisputed(): Promise<boolean> {
  const disputed = await client.disputed.list();
  return disputed.ok && disputed.value.items.length > 0;
}

/**
 * Goes on after a sign-in: to `address`, but first to the review of what was disputed, where there is any. That page
 * finds the way on in the same query as this one.
 */
export async function afterSignIn(address: string): Promise<void> {
  location.replace((await hasDisputed()) ? `/profile/security${location.search}` : address);
}
