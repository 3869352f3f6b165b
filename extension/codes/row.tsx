import { useMemo } from "preact/hooks";
import type { TotpKey } from "../../shared/otp/otp-key.ts";
import { secondsLeft, totpCode, totpStep } from "../../shared/otp/totp.ts";
import { CountdownRing, lowSeconds } from "../../shared/ui/countdown-ring.tsx";
import { words } from "../popup/words.ts";
import { namesOf, type VaultEntry } from "../vault/entry.ts";
import { groupedCode, hueOf, initialOf } from "./code-text.ts";
import type { CodesState } from "./state.ts";

interface RowProps {
  entry: VaultEntry;
  codes: CodesState;
  /** Milliseconds since 1970. */
  now: number;
}

/** One account: its names, its code and how long that lasts. A click copies the code. */
export function CodeRow({ entry, codes, now }: RowProps) {
  const { key } = entry;
  const names = namesOf(entry);
  const name = names.issuer || names.account || words.codes.noName;
  return (
    <li class="row">
      {key.type === "totp" ? (
        <TimedCode entry={entry} otpKey={key} codes={codes} now={now} />
      ) : (
        <CountedCode entry={entry} name={name} codes={codes} />
      )}
      <button
        type="button"
        class="more"
        aria-label={words.codes.more(name)}
        onClick={() => {
          codes.open.value = { at: "entry", id: entry.id };
        }}
      >
        <span aria-hidden="true">⋮</span>
      </button>
    </li>
  );
}

function TimedCode({ entry, otpKey, codes, now }: RowProps & { otpKey: TotpKey }) {
  const step = totpStep(now, otpKey.period);
  const [code, next] = useMemo(() => {
    const at = step * otpKey.period * 1000;
    return [totpCode(otpKey, at), totpCode(otpKey, at + otpKey.period * 1000)];
  }, [otpKey, step]);
  const left = secondsLeft(otpKey.period, now);
  const isLow = left <= lowSeconds;
  return (
    <CopyButton entry={entry} code={code} codes={codes} isLow={isLow}>
      <span class="digits">
        <span>{groupedCode(code)}</span>
        {isLow && <small>{words.codes.next(groupedCode(next))}</small>}
      </span>
      <CountdownRing secondsLeft={left} period={otpKey.period} />
    </CopyButton>
  );
}

function CountedCode({ entry, name, codes }: Omit<RowProps, "now"> & { name: string }) {
  const code = codes.counted.value[entry.id];
  return (
    <>
      {code === undefined ? (
        <div class="copy">
          <Who entry={entry} />
        </div>
      ) : (
        <CopyButton entry={entry} code={code} codes={codes}>
          <span class="digits">
            <span>{groupedCode(code)}</span>
          </span>
        </CopyButton>
      )}
      <button
        type="button"
        class="button"
        aria-label={words.codes.nextCode(name)}
        onClick={() => void codes.countOn(entry)}
      >
        {words.codes.showNext}
      </button>
    </>
  );
}

interface CopyButtonProps {
  entry: VaultEntry;
  code: string;
  codes: CodesState;
  isLow?: boolean;
  children: preact.ComponentChildren;
}

function CopyButton({ entry, code, codes, isLow, children }: CopyButtonProps) {
  const isCopied = codes.copied.value === entry.id;
  return (
    <button
      type="button"
      class={`copy${isLow ? " low" : ""}${isCopied ? " copied" : ""}`}
      onClick={() => void codes.copy(entry, code)}
    >
      <Who entry={entry} isCopied={isCopied} />
      {children}
      <span class="visually-hidden">{words.codes.copy}</span>
    </button>
  );
}

function Who({ entry, isCopied }: { entry: VaultEntry; isCopied?: boolean }) {
  const { issuer, account } = namesOf(entry);
  const name = issuer || account || words.codes.noName;
  return (
    <>
      <span class="tile" style={{ "--hue": hueOf(name) }} aria-hidden="true">
        {initialOf(name)}
      </span>
      <span class="who">
        <b>{name}</b>
        <small>{isCopied ? words.codes.copied : issuer ? account : ""}</small>
      </span>
    </>
  );
}
