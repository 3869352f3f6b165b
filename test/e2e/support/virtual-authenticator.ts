import type { CDPSession, Page } from "playwright-core";

/** What a virtual authenticator can do (Chrome DevTools Protocol, WebAuthn domain). */
interface Abilities {
  transport: "internal" | "usb";
  hasResidentKey: boolean;
  hasUserVerification: boolean;
}

/** The computer itself, which knows its person. */
export const thisDevice: Abilities = { transport: "internal", hasResidentKey: true, hasUserVerification: true };
/** A security key that keeps no passkeys and verifies nobody. */
export const oldKey: Abilities = { transport: "usb", hasResidentKey: false, hasUserVerification: false };

/** An authenticator of a page's browser, driven over DevTools. */
export interface VirtualAuthenticator {
  devtools: CDPSession;
  authenticatorId: string;
}

/** An authenticator whose person is there, and who touches it when they are asked. */
export async function authenticatorOf(page: Page, abilities: Abilities): Promise<VirtualAuthenticator> {
  const devtools = await page.context().newCDPSession(page);
  // A page that nobody looks at may ask for nothing.
  await devtools.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  await devtools.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ...abilities,
      isUserVerified: abilities.hasUserVerification,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

/** From now on it cannot tell who touches it. */
export async function verifiesNobody({ devtools, authenticatorId }: VirtualAuthenticator): Promise<void> {
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
}

/** Whether its person touches it as soon as they are asked. */
export async function touchesWhenAsked(
  { devtools, authenticatorId }: VirtualAuthenticator,
  enabled: boolean,
): Promise<void> {
  await devtools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
}
