import type { PasskeyPlace } from "../../shared/panel/passkey/place.ts";
import { openInTab } from "../surface/open-tab.ts";
import type { Opening } from "../surface/opening.ts";
import { askForAccess } from "./access.ts";

/**
 * Where passkeys of the service can be asked for. Chrome lets an extension that has a permission for the service's host use
 * them in its pages; a popup closes under the browser's own question, so it goes on in a tab. Firefox has no such thing: there
 * the web page is the place.
 */
export function passkeyPlaceOf({ surface }: Opening, service: string): PasskeyPlace {
  if (import.meta.env.FIREFOX) return { page: service };
  if (surface === "page") return { permit: () => askForAccess(service) };
  return { elsewhere: () => void openInTab({ show: "security" }) };
}
