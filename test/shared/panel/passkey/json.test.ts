import { describe, expect, it } from "vitest";
import type { PasskeyCreation, PasskeyRequest } from "../../../../shared/contract/passkey.ts";
import { assertionOf, creationOptions, registrationOf, requestOptions } from "../../../../shared/panel/passkey/json.ts";

// All 256 bytes, so that each of the two characters that base64url has of its own comes up.
const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
const text = Buffer.from(bytes).toString("base64url");
const descriptor = { id: text, type: "public-key" as const, transports: ["internal", "hybrid"] };

describe("passkeys where the browser reads and writes no JSON", () => {
  it("have their options in bytes", () => {
    const creation = {
      options: { challenge: text, user: { id: "AQI", name: "ana" }, excludeCredentials: [descriptor], timeout: 5 },
    } as unknown as PasskeyCreation;
    expect(creationOptions(creation)).toEqual({
      challenge: bytes,
      user: { id: Uint8Array.of(1, 2), name: "ana" },
      excludeCredentials: [{ ...descriptor, id: bytes }],
      timeout: 5,
    });
    const request = { options: { challenge: text, allowCredentials: [descriptor], rpId: "a.example" } };
    expect(requestOptions(request as unknown as PasskeyRequest)).toEqual({
      challenge: bytes,
      allowCredentials: [{ ...descriptor, id: bytes }],
      rpId: "a.example",
    });
  });

  it("are sent as texts, with what the service reads and nothing else", () => {
    const made = {
      rawId: bytes.buffer,
      response: { clientDataJSON: bytes.buffer, attestationObject: bytes.buffer, getTransports: () => ["usb"] },
      getClientExtensionResults: () => ({ credProps: { rk: true }, prf: { enabled: true } }),
    } as unknown as PublicKeyCredential;
    expect(registrationOf(made)).toEqual({
      id: text,
      rawId: text,
      type: "public-key",
      response: { clientDataJSON: text, attestationObject: text, transports: ["usb"] },
      clientExtensionResults: { credProps: { rk: true } },
    });
    const used = {
      rawId: bytes.buffer,
      response: {
        clientDataJSON: bytes.buffer,
        authenticatorData: bytes.buffer,
        signature: bytes.buffer,
        userHandle: null,
      },
    } as unknown as PublicKeyCredential;
    expect(assertionOf(used)).toEqual({
      id: text,
      rawId: text,
      type: "public-key",
      response: { clientDataJSON: text, authenticatorData: text, signature: text, userHandle: null },
    });
  });
});
