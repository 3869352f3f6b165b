import { timedCode } from "../../shared/otp/timed-code.ts";
import { groupedCode } from "../codes/code-text.ts";
import { useNow } from "../codes/now.ts";
import { words } from "../surface/words.ts";
import { nameOf } from "../vault/entry.ts";
import type { AccountToAdd } from "./state.ts";

/** The account as it would be added, with the code it makes now, and whether it is there already. */
export function KeyPreview({ adding }: { adding: AccountToAdd }) {
  const now = useNow();
  const { add, codes } = words;
  const key = adding.key.value;
  const duplicate = adding.duplicate.value;
  return (
    <div role="status" class="preview">
      {key?.ok && (
        <>
          <p>{add.preview}</p>
          <div class="card line">
            <div>
              <b>{key.value.issuer || key.value.account || codes.noName}</b>
              <small>{key.value.issuer && key.value.account}</small>
            </div>
            {key.value.type !== "hotp" && (
              // Not announced again at each new code.
              <span class="digits" aria-live="off">
                <span class="visually-hidden">{add.firstCode} </span>
                {groupedCode(timedCode(key.value, now))}
              </span>
            )}
          </div>
          {key.value.type === "hotp" && <p>{add.previewHotp}</p>}
          {duplicate?.kind === "same_key" && (
            <p class="notice warn">{add.sameKey(nameOf(duplicate.entry) || codes.noName)}</p>
          )}
          {duplicate?.kind === "same_names" && <p class="notice warn">{add.sameNames}</p>}
        </>
      )}
    </div>
  );
}
