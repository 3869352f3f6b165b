/** What stands between these screens and passkeys, where they are no page of the service: an extension says so here. */
export interface PasskeyPlace {
  /** Asks for what a ceremony needs here; whether it was given. */
  permit?: () => Promise<boolean>;
  /** Goes on where a ceremony can be: this window would close over it. */
  elsewhere?: () => void;
  /** The page of the service where passkeys work, where they never do in these screens. */
  page?: string;
}

let current: PasskeyPlace = {};

/** Says what holds for these screens from now on. */
export function setPasskeyPlace(place: PasskeyPlace): void {
  current = place;
}

/** What holds for these screens. */
export function passkeyPlace(): PasskeyPlace {
  return current;
}
