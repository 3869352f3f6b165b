import type {
  AssertionResponse,
  PasskeyCreation,
  PasskeyRequest,
  PasskeySignal,
  RegistrationResponse,
} from "../../contract/passkey.ts";
import { fail, type Outcome, ok } from "../../outcome.ts";

/** Why the browser gave no passkey: the person left or was too late, it is there already, or this page may not. */
export type CeremonyFailure = "cancelled" | "already_there" | "unsupported";

/** Browsers that know it tell what keeps a passkey of those that are gone (WebAuthn L3 5.1.10). */
interface SignalApi {
  signalAllAcceptedCredentials?: (told: object) => Promise<void>;
  signalCurrentUserDetails?: (told: object) => Promise<void>;
  signalUnknownCredential?: (told: object) => Promise<void>;
}

/** Whether this page can make and use passkeys: not one of an extension, whose address no relying party has. */
export function canUsePasskeys(): boolean {
  const isPage = /^https?:$/.test(globalThis.location?.protocol ?? "");
  return isPage && typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";
}

/** Has the browser make a passkey (WebAuthn L3 5.1.3). */
export async function createPasskey({
  options,
}: PasskeyCreation): Promise<Outcome<RegistrationResponse, CeremonyFailure>> {
  return await ceremony(async () => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
      options as unknown as PublicKeyCredentialCreationOptionsJSON,
    );
    return await navigator.credentials.create({ publicKey });
  });
}

/** Has the browser sign with a passkey (WebAuthn L3 5.1.4); `conditional` lets it offer one where somebody types their address. */
export async function usePasskey(
  { options }: PasskeyRequest,
  { signal, conditional }: { signal?: AbortSignal; conditional?: boolean } = {},
): Promise<Outcome<AssertionResponse, CeremonyFailure>> {
  return await ceremony(async () => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
      options as unknown as PublicKeyCredentialRequestOptionsJSON,
    );
    return await navigator.credentials.get({ publicKey, signal, ...(conditional && { mediation: "conditional" }) });
  });
}

/** Whether the browser offers passkeys where somebody types their address. */
export async function offersWhileTyping(): Promise<boolean> {
  return canUsePasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
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

async function ceremony<Response>(ask: () => Promise<Credential | null>): Promise<Outcome<Response, CeremonyFailure>> {
  try {
    const credential = (await ask()) as PublicKeyCredential | null;
    return credential ? ok(credential.toJSON() as unknown as Response) : fail("cancelled");
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "InvalidStateError") return fail("already_there");
    return fail(name === "SecurityError" || name === "NotSupportedError" ? "unsupported" : "cancelled");
  }
}
