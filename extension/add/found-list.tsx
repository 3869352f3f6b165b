import { useEffect, useMemo } from "preact/hooks";
import type { TimedKey } from "../../shared/otp/otp-key.ts";
import { timedCode } from "../../shared/otp/timed-code.ts";
import { totpStep } from "../../shared/otp/totp.ts";
import { useFocusOnArrival } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { groupedCode } from "../codes/code-text.ts";
import { loadIcons } from "../codes/icons-state.ts";
import { useNow } from "../codes/now.ts";
import { PickAll, PickName, PickRow } from "../codes/pick-row.tsx";
import { Tile } from "../codes/tile.tsx";
import { words } from "../surface/words.ts";
import type { Found, FoundAccount } from "./found.ts";
import type { Scan } from "./scan-state.ts";
import { scanWords } from "./scan-words.ts";

/** The accounts that were found, each with its first code; one is shown, of several those to add are chosen. */
export function FoundList({ scan, found }: { scan: Scan; found: Found }) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  useEffect(loadIcons, []);
  const count = scan.chosen.value.size;
  const [first] = found.accounts;
  const isOne = found.accounts.length === 1;
  return (
    <Form onSubmit={() => scan.save()}>
      <h2 ref={heading} tabIndex={-1} class="found-title">
        {scanWords.found(found.accounts.length)}
      </h2>
      {isOne && first ? <FoundOne account={first} /> : <FoundMany scan={scan} found={found} />}
      <Unread found={found} />
      <div class="sticky-bar">
        <Button onClick={() => scan.giveUp()}>{scanWords.again}</Button>
        <Button kind="primary" type="submit" busy={scan.saving.value} disabled={count === 0}>
          {scanWords.save(Math.max(1, count))}
        </Button>
      </div>
    </Form>
  );
}

function FoundOne({ account }: { account: FoundAccount }) {
  const { name, below } = namesIn(account);
  return (
    <div class="pick-list">
      <ul>
        <li class="pick-row found-one">
          <Tile entry={{ ...account, addedAt: "" }} />
          <PickName name={name} account={below} />
          <FirstCode account={account} />
        </li>
      </ul>
    </div>
  );
}

function FoundMany({ scan, found }: { scan: Scan; found: Found }) {
  const fresh = found.accounts.filter((account) => !isHeld(account));
  const chosen = scan.chosen.value;
  return (
    <div class="pick-list">
      <PickAll
        count={chosen.size}
        of={fresh.length}
        said={scanWords.selected(chosen.size)}
        label={scanWords.selectAll}
        onChoose={scan.chooseAll}
      />
      <ul aria-label={scanWords.choose}>
        {found.accounts.map((account) => {
          const { name, below } = namesIn(account);
          return (
            <PickRow
              key={account.id}
              name={name}
              account={below}
              tile={<Tile entry={{ ...account, addedAt: "" }} />}
              isChosen={chosen.has(account.id)}
              isDisabled={isHeld(account)}
              onChoose={(isChosen) => scan.choose(account, isChosen)}
            >
              <FirstCode account={account} />
            </PickRow>
          );
        })}
      </ul>
    </div>
  );
}

function FirstCode({ account: { key } }: { account: FoundAccount }) {
  if (key.type === "hotp") return <small class="digits-kind">{scanWords.counted}</small>;
  return (
    <span class="digits">
      <span class="visually-hidden">{scanWords.firstCode} </span>
      <TimedCode timedKey={key} />
    </span>
  );
}

/** Made once a step and not each second: there may be a thousand. */
function TimedCode({ timedKey }: { timedKey: TimedKey }) {
  const now = useNow();
  const step = totpStep(now, timedKey.period);
  return <>{useMemo(() => groupedCode(timedCode(timedKey, now)), [timedKey, step])}</>;
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

function isHeld({ duplicate }: FoundAccount): boolean {
  return duplicate?.kind === "same_key";
}

function namesIn(account: FoundAccount): { name: string; below: string } {
  const { issuer, account: whose } = account.key;
  return {
    name: issuer || whose || words.codes.noName,
    below: isHeld(account) ? scanWords.have : issuer && whose,
  };
}
