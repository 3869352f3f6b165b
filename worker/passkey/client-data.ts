import { fromBase64Url } from "../crypto/base64.ts";

/**
 * Whether the browser says that the page which asked stood in a frame of another site (WebAuthn L3 5.8.1): there a person does
 * not see whom they sign in to. Throws where it is no client data at all.
 */
export function isFramed(clientDataJSON: string): boolean {
  const data = JSON.parse(new TextDecoder().decode(fromBase64Url(clientDataJSON))) as {
    crossOrigin?: unknown;
    topOrigin?: unknown;
  };
  return (data.crossOrigin ?? false) !== false || data.topOrigin !== undefined;
}
