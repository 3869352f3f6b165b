import { useEffect, useMemo } from "preact/hooks";
import type { TimedKey } from "../../shared/otp/otp-key.ts";
import { timedCode } from "../../shared/otp/timed-code.ts";
import { secondsLeft, totpStep } from "../../shared/otp/totp.ts";
import { Button } from "../../shared/ui/button.tsx";
import { CountdownRing } from "../../shared/ui/countdown-ring.tsx";
import { lowSeconds } from "../../shared/ui/ring.ts";
import { groupedCode } from "../codes/code-text.ts";
import { loadIcons } from "../codes/icons-state.ts";
import { useNow } from "../codes/now.ts";
import type { CodesState } from "../codes/state.ts";
import { Tile } from "../codes/tile.tsx";
import type { VaultEntry } from "../vault/entry.ts";
import { entryWords } from "./words.ts";

/** The code of one entry, large, with what copies it. */
export function EntryCode({ codes, entry }: { codes: CodesState; entry: VaultEntry }) {
  useEffect(loadIcons, []);
  const { key } = entry;
  return (
    <div class="entry-code">
      <Tile entry={entry} />
      {key.type === "hotp" ? (
        <CountedCode codes={codes} entry={entry} />
      ) : (
        <TimedCode codes={codes} entry={entry} otpKey={key} />
      )}
    </div>
  );
}

function TimedCode({ codes, entry, otpKey }: { codes: CodesState; entry: VaultEntry; otpKey: TimedKey }) {
  const now = useNow();
  const at = totpStep(now, otpKey.period) * otpKey.period * 1000;
  const code = useMemo(() => timedCode(otpKey, at), [otpKey, at]);
  const left = secondsLeft(otpKey.period, now);
  return (
    <>
      <span class={left <= lowSeconds ? "digits low" : "digits"}>{groupedCode(code)}</span>
      <CountdownRing secondsLeft={left} period={otpKey.period} />
      <CopyCode codes={codes} entry={entry} code={code} />
    </>
  );
}

function CountedCode({ codes, entry }: { codes: CodesState; entry: VaultEntry }) {
  const code = codes.counted.value[entry.id];
  return (
    <>
      {code === undefined ? (
        <span class="no-code">{entryWords.noCodeYet}</span>
      ) : (
        <>
          <span class="digits">{groupedCode(code)}</span>
          <CopyCode codes={codes} entry={entry} code={code} />
        </>
      )}
      <Button onClick={() => void codes.countOn(entry)}>{entryWords.nextCode}</Button>
    </>
  );
}

function CopyCode({ codes, entry, code }: { codes: CodesState; entry: VaultEntry; code: string }) {
  const isCopied = codes.copied.value === entry.id;
  return <Button onClick={() => void codes.copy(entry, code)}>{isCopied ? entryWords.copied : entryWords.copy}</Button>;
}
