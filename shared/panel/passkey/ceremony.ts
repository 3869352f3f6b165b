import type {
  AssertionResponse,
  PasskeyCreation,
  PasskeyRequest,
  PasskeySignal,
  RegistrationResponse,
} from "../../contract/passkey.ts";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { assertionOf, creationOptions, registrationOf, requestOptions } from "./json.ts";
import { passkeyPlace } from "./place.ts";

/** Why the browser gave no passkey: the person left or was too late, it is there already, or this page may not. */
export type CeremonyFailure = "cancelled" | "already_there" | "unsupported";

/** Browsers that know it tell what keeps a passkey of those that are gone (WebAuthn L3 5.1.10). */
interface SignalApi {
  signalAllAcceptedCredentials?: (told: object) => Promise<void>;
  signalCurrentUserDetails?: (told: object) => Promise<void>;
  signalUnknownCredential?: (told: object) => Promise<void>;
}

/** Whether this page can make and use passkeys; one of an extension only where it may ask for the service's host. */
export function canUsePasskeys(): boolean {
  const isPage = /^https?:$/.test(globalThis.location?.protocol ?? "") || passkeyPlace().permit !== undefined;
  return isPage && typeof globalThis.PublicKeyCredential === "function";
}

/** Has the browser make a passkey (WebAuthn L3 5.1.3). */
export async function createPasskey(
  creation: PasskeyCreation,
): Promise<Outcome<RegistrationResponse, CeremonyFailure>> {
  const made = await ceremony(() => navigator.credentials.create({ publicKey: creationOptions(creation) }));
  return made.ok ? ok(registrationOf(made.value)) : made;
}

/** Has the browser sign with a passkey (WebAuthn L3 5.1.4); `conditional` lets it offer one where somebody types their address. */
export async function usePasskey(
  request: PasskeyRequest,
  { signal, conditional }: { signal?: AbortSignal; conditional?: boolean } = {},
): Promise<Outcome<AssertionResponse, CeremonyFailure>> {
  const publicKey = requestOptions(request);
  const used = await ceremony(() =>
    navigator.credentials.get({ publicKey, signal, ...(conditional && { mediation: "conditional" }) }),
  );
  return used.ok ? ok(assertionOf(used.value)) : used;
}

/** Whether the browser offers passkeys where somebody types their address. */
export async function offersWhileTyping(): Promise<boolean> {
  // Not in an extension, which would have to ask for its permission unasked.
  return (
    canUsePasskeys() &&
    !passkeyPlace().permit &&
    (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
  );
}

/** Tells what keeps passkeys which of them are still good and what their owner is called; a browser that cannot is told nothing. */
export async function tellKeeper({ rpId, userId, name, displayName, ...told }: PasskeySignal): Promise<void> {
  if (!canUsePasskeys()) return;
  const api = PublicKeyCredential as unknown as SignalApi;
  await Promise.allSettled([
    api.signalAllAcceptedCredentials?.({ rpId, userId, ...told }),
    api.signalCurrentUserDetails?.({ rpId, userId, name, displayName }),
  ]);
}

/** Tells what keeps passkeys that one of them is no account's any more. */
export async function tellKeeperOfUnknown(rpId: string, credentialId: string): Promise<void> {
  await (PublicKeyCredential as unknown as SignalApi).signalUnknownCredential?.({ rpId, credentialId }).catch(() => {});
}

async function ceremony(ask: () => Promise<Credential | null>): Promise<Outcome<PublicKeyCredential, CeremonyFailure>> {
  try {
    const { permit } = passkeyPlace();
    if (permit && !(await permit())) return fail("cancelled");
    const credential = (await ask()) as PublicKeyCredential | null;
    return credential ? ok(credential) : fail("cancelled");
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "InvalidStateError") return fail("already_there");
    return fail(name === "SecurityError" || name === "NotSupportedError" ? "unsupported" : "cancelled");
  }
}
