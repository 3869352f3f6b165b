/** How wrong tries of one key are slowed: some are free, then waits double up to a longest. */
export interface TryPolicy {
  freeTries: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** One wrong try is forgotten for each of these; without it only a right one makes forget. */
  forgetOneAfterSeconds?: number;
  /** So many are kept all the same, however long nobody tries; the count goes once nobody has for `keptSeconds`. */
  lasting?: { tries: number; keptSeconds: number };
}

/** The current password, asked of somebody who is signed in: for a step-up or a change. */
export const currentPassword: TryPolicy = {
  freeTries: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 3600,
  forgetOneAfterSeconds: 3600,
};

/** Under what the current password of an account is counted. */
export function currentPasswordKey(accountId: string): string {
  return `password:account:${accountId}`;
}

/**
 * Passwords for one account from browsers it does not know (promise G2). The longest wait is what a stranger can do
 * to its owner.
 */
export const accountPassword: TryPolicy = {
  freeTries: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetOneAfterSeconds: 3600,
};

/** Under what they are counted, by the MAC of the address. */
export function addressPasswordKey(addressMac: string): string {
  return `password:address:${addressMac}`;
}

/** Passwords for one account from one browser that it remembers: no other's tries count here. */
export const rememberedBrowserPassword: TryPolicy = accountPassword;

/** Passwords for one account from one of its own networks: who shares that network shares this count. */
export const ownNetworkPassword: TryPolicy = accountPassword;

/** Passwords for one account by unlocks, all of them together: only who reads its mails fills it. */
export const unlockedPassword: TryPolicy = accountPassword;

/** How many networks are kept from which an account was signed in to, and for how many days each counts (promise G5). */
export const ownNetworks = 10;
export const ownNetworkDays = 90;

/** Passwords for any account from one network address: an office may mistype once a minute and is never slowed. */
export const networkPassword: TryPolicy = {
  freeTries: 30,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetOneAfterSeconds: 60,
};

/** Operators' keys that are not good, from one network address: a server whose key has just expired may say so often. */
export const operatorKeys: TryPolicy = {
  freeTries: 10,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetOneAfterSeconds: 60,
};

/** Sign-ups from one network address, refused passwords among them: an office may welcome a class a minute. */
export const signUps: TryPolicy = {
  freeTries: 120,
  firstWaitSeconds: 10,
  longestWaitSeconds: 60,
  forgetOneAfterSeconds: 10,
};

/** Passwords that a strength bar asks about, from one network address: one each time that somebody stops typing. */
export const passwordChecks: TryPolicy = {
  freeTries: 120,
  firstWaitSeconds: 10,
  longestWaitSeconds: 60,
  forgetOneAfterSeconds: 2,
};

/** Passkeys without a password, from one network address. Nobody guesses a signature: this only bounds the work. */
export const passkeyTries: TryPolicy = networkPassword;

/** Challenges for them, likewise: a page of sign-in asks for one each time that it is opened. */
export const passkeyChallenges: TryPolicy = {
  freeTries: 120,
  firstWaitSeconds: 10,
  longestWaitSeconds: 60,
  forgetOneAfterSeconds: 2,
};

/** Second steps of an account, of all its sign-ins and step-ups together (promise G1). */
export const secondFactor: TryPolicy = { freeTries: 5, firstWaitSeconds: 30, longestWaitSeconds: 3600 };

/** Wrong codes in a row before a method is disabled (NIST SP 800-63B-4 3.2.2). */
export const wrongCodesBeforeDisabled = 100;

/** A wait that only setting the method up again ends: a hundred years. */
export const foreverSeconds = 100 * 365 * 86_400;

/** Codes of one method: the hundredth wrong one in a row disables it. */
export const methodCodes: TryPolicy = {
  freeTries: wrongCodesBeforeDisabled,
  firstWaitSeconds: foreverSeconds,
  longestWaitSeconds: foreverSeconds,
};

/** Methods whose wrong codes are counted. */
export type CountedMethod = "app" | "email" | "recovery" | "passkey";

/** Methods that are proved by a code. */
export type CodeMethod = Exclude<CountedMethod, "passkey">;

/** What the key of an account's second steps begins with; its id follows. */
export const accountPrefix = "second-factor:";

/** What the key of a method's codes begins with; the account's id follows. */
export function methodPrefix(method: CountedMethod): string {
  return `${accountPrefix}${method}:`;
}

/**
 * Wrong codes of password resets of one address, of all its resets together (promise G5): twenty, then four a day for
 * good, so that anyone who asks for codes year after year has some thousand guesses of a million. A right one makes forget.
 * Strangers fill it; what they take from the owner is the code, never the link that comes with it.
 */
export const resetCodes: TryPolicy = {
  freeTries: 20,
  firstWaitSeconds: 6 * 3600,
  longestWaitSeconds: 6 * 3600,
  forgetOneAfterSeconds: 6 * 3600,
  lasting: { tries: 16, keptSeconds: 365 * 86_400 },
};

/** The same from one network address, of any reset: it is the guesser who waits. */
export const networkResetCodes: TryPolicy = {
  freeTries: 30,
  firstWaitSeconds: 30,
  longestWaitSeconds: 900,
  forgetOneAfterSeconds: 60,
};

/** Under what they are counted, by the MAC of the address. */
export function resetKey(addressMac: string): string {
  return `reset:${addressMac}`;
}

/**
 * Wrong codes that were to prove one address, of a new account or by a change, all of them together: twenty, then four
 * a day for good. A right one makes forget. Strangers fill it; no account that has the address asks it.
 */
export const addressCodes: TryPolicy = resetCodes;

/** The same from one network, of whatever addresses: thirty, then one each half hour, some fifty a day. */
export const networkAddressCodes: TryPolicy = {
  freeTries: 30,
  firstWaitSeconds: 60,
  longestWaitSeconds: 1800,
  forgetOneAfterSeconds: 1800,
};

/** The same from one IPv6 network of /48, which one owner may have whole: four times what one of its /64 has. */
export const siteAddressCodes: TryPolicy = {
  freeTries: 120,
  firstWaitSeconds: 60,
  longestWaitSeconds: 450,
  forgetOneAfterSeconds: 450,
};

/** At which count of wrong second steps in a row the owner is mailed: somebody has their password (promise G1). */
const tellingCounts = [5, 10, 20, 50, 100];

/** Whether the owner is told of this wrong second step. */
export function isToldToOwner(failures: number): boolean {
  return tellingCounts.includes(failures);
}

/** Whole seconds from `now` to `blockedUntil`, at least 1: what `retryAfter` says. */
export function secondsUntil(blockedUntil: number, now: number): number {
  return Math.max(1, Math.ceil((blockedUntil - now) / 1000));
}
