import { useMemo } from "preact/hooks";
import type { TimedKey } from "../../shared/otp/otp-key.ts";
import { timedCode } from "../../shared/otp/timed-code.ts";
import { secondsLeft, totpStep } from "../../shared/otp/totp.ts";
import { CountdownRing } from "../../shared/ui/countdown-ring.tsx";
import { lowSeconds } from "../../shared/ui/ring.ts";
import { options } from "../options/state.ts";
import { words } from "../surface/words.ts";
import { namesOf, type VaultEntry } from "../vault/entry.ts";
import { groupedCode } from "./code-text.ts";
import type { RowDrag } from "./drag-order.ts";
import type { CodesState } from "./state.ts";
import { Tile } from "./tile.tsx";
import { codesWords } from "./words.ts";

interface RowProps {
  entry: VaultEntry;
  codes: CodesState;
  /** Milliseconds since 1970. */
  now: number;
}

interface ListedRowProps extends RowProps {
  /** Its place among all that are found, from 1, for not all of them are in the page. */
  place: number;
  of: number;
  /** Undefined where it cannot be moved. */
  drag: RowDrag | undefined;
}

/** One account: its names, its code and how long that lasts. A click copies the code. */
export function CodeRow({ entry, codes, now, place, of, drag }: ListedRowProps) {
  const { key } = entry;
  const names = namesOf(entry);
  const name = names.issuer || names.account || words.codes.noName;
  return (
    <li
      class={`row${drag?.look ?? ""}`}
      aria-current={isOpen(codes, entry) || undefined}
      data-id={entry.id}
      aria-posinset={place}
      aria-setsize={of}
      onPointerDown={drag?.onPointerDown}
    >
      {key.type === "hotp" ? (
        <CountedCode entry={entry} name={name} codes={codes} />
      ) : (
        <TimedCode entry={entry} otpKey={key} codes={codes} now={now} />
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

/** Whether its own screen stands beside the list. */
function isOpen({ open: { value } }: CodesState, { id }: VaultEntry): boolean {
  return value.at === "entry" && value.id === id;
}

function TimedCode({ entry, otpKey, codes, now }: RowProps & { otpKey: TimedKey }) {
  const step = totpStep(now, otpKey.period);
  const at = step * otpKey.period * 1000;
  const code = useMemo(() => timedCode(otpKey, at), [otpKey, at]);
  const left = secondsLeft(otpKey.period, now);
  const isLow = left <= lowSeconds;
  const isHidden = options.value.hidesCodes && codes.copied.value !== entry.id;
  return (
    <CopyButton entry={entry} code={code} codes={codes} isLow={isLow}>
      <span class={code.length > 7 ? "digits long" : "digits"}>
        <Digits code={code} isHidden={isHidden} />
        {!isHidden && (isLow || options.value.showsNext) && <NextCode otpKey={otpKey} at={at + otpKey.period * 1000} />}
      </span>
      <CountdownRing secondsLeft={left} period={otpKey.period} />
    </CopyButton>
  );
}

/** The code, or as many dots. */
function Digits({ code, isHidden }: { code: string; isHidden: boolean }) {
  if (!isHidden) return <span>{groupedCode(code)}</span>;
  return <span aria-hidden="true">{groupedCode("•".repeat(code.length))}</span>;
}

/** The code after this one, made only when it is shown. */
function NextCode({ otpKey, at }: { otpKey: TimedKey; at: number }) {
  const code = useMemo(() => timedCode(otpKey, at), [otpKey, at]);
  return <small>{words.codes.next(groupedCode(code))}</small>;
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
          <span class={code.length > 7 ? "digits long" : "digits"}>
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

/** Whose code it is: its icon or first letter, whether it is pinned, and its names; right after a copy it says so. */
export function Who({ entry, isCopied }: { entry: VaultEntry; isCopied?: boolean }) {
  const { issuer, account } = namesOf(entry);
  const name = issuer || account || words.codes.noName;
  return (
    <>
      <span class="tile-area">
        <Tile entry={entry} />
        {entry.pinned && (
          <svg class="pin" viewBox="0 0 16 16" role="img" aria-label={codesWords.pinned}>
            <circle cx="8" cy="8" r="8" />
            <path d="M5.6 3.5h4.8M6.5 3.5v4L4.8 9.6h6.4L9.5 7.5v-4M8 9.6v3.6" />
          </svg>
        )}
      </span>
      <span class="who">
        <b title={name}>{name}</b>
        <small title={issuer ? account : undefined}>{isCopied ? words.codes.copied : issuer ? account : ""}</small>
      </span>
    </>
  );
}
