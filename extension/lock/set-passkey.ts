import { fail, type Outcome } from "../../shared/outcome.ts";
import type { ChangeFailure } from "../vault/change.ts";
import type { VaultPlace } from "../vault/place.ts";
import { resealVault } from "../vault/reseal.ts";
import { relocked } from "./change-passphrase.ts";
import type { AskPasskey, PasskeyFailure } from "./passkey.ts";
import type { Stretch } from "./stretch.ts";
import { dataKeyBy, type PassphraseFailure } from "./ways-in.ts";
import { type PasskeyQuestion, wrapByPasskey } from "./wrap.ts";

interface NewPasskey {
  /** Asked again: a passkey is a second way in, and an open window is no proof of who stands before it. */
  passphrase: string;
  make: () => Promise<Outcome<PasskeyQuestion, PasskeyFailure>>;
  ask: AskPasskey;
}

/** Lets a passkey open the vault beside the passphrase, in the place of one that did so before. */
export async function setPasskey(
  place: VaultPlace,
  now: Date,
  { passphrase, make, ask }: NewPasskey,
  stretch: Stretch,
): Promise<Outcome<null, ChangeFailure | PassphraseFailure | PasskeyFailure>> {
  const dataKey = await dataKeyBy(place, passphrase, stretch);
  if (!dataKey.ok) return dataKey;
  const question = await make();
  if (!question.ok) return question;
  const answer = await ask(question.value);
  if (!answer.ok) return answer;
  const passkey = await wrapByPasskey(dataKey.value, question.value, answer.value);
  return await resealVault(place, now, async ({ secret }) => relocked(secret, (lock) => ({ ...lock, passkey })));
}

/** Lets only the passphrase open the vault again. */
export async function removePasskey(
  place: VaultPlace,
  now: Date,
): Promise<Outcome<null, ChangeFailure | "no_passphrase">> {
  return await resealVault(place, now, async ({ sealed, secret }) =>
    sealed ? relocked(secret, ({ passphrase }) => ({ passphrase })) : fail("no_passphrase"),
  );
}
