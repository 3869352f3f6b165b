import { useWords } from "../words.tsx";
import { passkeyPlace } from "./place.ts";

/** Says that a passkey of the account does nothing in these screens, and where it does. */
export function UnusablePasskey() {
  const { passkey } = useWords();
  const { page } = passkeyPlace();
  return (
    <div class="notice">
      <p>{passkey.unusable}</p>
      {page && (
        <a href={page} target="_blank" rel="noreferrer">
          {passkey.openPage}
        </a>
      )}
    </div>
  );
}
