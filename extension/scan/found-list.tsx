import { timedCode } from "../../shared/otp/timed-code.ts";
import { useFocusOnArrival } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { groupedCode } from "../codes/code-text.ts";
import { useNow } from "../codes/now.ts";
import { words } from "../popup/words.ts";
import type { Found, FoundAccount } from "./found.ts";
import type { Scan } from "./state.ts";
import { scanWords } from "./words.ts";

/** The accounts that were found, each with its first code; one is shown, of several those to add are chosen. */
export function FoundList({ scan, found }: { scan: Scan; found: Found }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const count = scan.chosen.value.size;
  const isOne = found.accounts.length === 1;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void scan.save();
      }}
    >
      <h2 ref={heading} tabIndex={-1} class="found-title">
        {scanWords.found(found.accounts.length)}
      </h2>
      {!isOne && <p>{scanWords.choose}</p>}
      <ul class="found">
        {found.accounts.map((account) => (
          <FoundRow key={account.id} account={account} scan={scan} isOne={isOne} />
        ))}
      </ul>
      <Unread found={found} />
      <Button kind="primary" type="submit" wide busy={scan.saving.value} disabled={count === 0}>
        {scanWords.save(Math.max(1, count))}
      </Button>
      <Button kind="link" onClick={() => scan.giveUp()}>
        {scanWords.again}
      </Button>
    </form>
  );
}

function FoundRow({ account, scan, isOne }: { account: FoundAccount; scan: Scan; isOne: boolean }) {
  const now = useNow();
  const { key, duplicate } = account;
  const isHeld = duplicate?.kind === "same_key";
  const name = key.issuer || key.account || words.codes.noName;
  const text = (
    <span class="who">
      <b>{name}</b>
      <small>{isHeld ? scanWords.have : key.issuer && key.account}</small>
    </span>
  );
  return (
    <li>
      {isOne ? (
        <div class="found-row">{text}</div>
      ) : (
        <label class="found-row">
          <input
            type="checkbox"
            disabled={isHeld}
            checked={scan.chosen.value.has(account.id)}
            onChange={(event) => scan.choose(account, event.currentTarget.checked)}
          />
          {text}
        </label>
      )}
      {key.type === "hotp" ? (
        <small>{scanWords.counted}</small>
      ) : (
        <span class="digits">
          <span class="visually-hidden">{scanWords.firstCode} </span>
          {groupedCode(timedCode(key, now))}
        </span>
      )}
    </li>
  );
}

function Unread({ found }: { found: Found }) {
  if (found.unread.length === 0) return null;
  return (
    <div class="notice warn">
      <p>{scanWords.unread(found.unread.length)}</p>
      <ul class="unread">
        {found.unread.map((each) => (
          <li key={each.start}>{each.start}</li>
        ))}
      </ul>
    </div>
  );
}
