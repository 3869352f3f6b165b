import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { BinButton } from "../bin/button.tsx";
import { clearsClipboard, copiedHere } from "../clipboard/state.ts";
import { clockFault } from "../clock/state.ts";
import { offersPassphrase } from "../lock/offer-state.ts";
import { options } from "../options/state.ts";
import { LaterScreen } from "../surface/later-screen.tsx";
import { opening } from "../surface/state.ts";
import { words } from "../surface/words.ts";
import { BackupLine } from "./backup-line.tsx";
import { useDragOrder } from "./drag-order.ts";
import { loadIcons } from "./icons-state.ts";
import { useListKeys } from "./list-keys.ts";
import { ListMenu } from "./list-menu.tsx";
import { useNow } from "./now.ts";
import { CodeRow } from "./row.tsx";
import { isToldAsFailure } from "./said-region.tsx";
import type { CodesState } from "./state.ts";
import { TagChoice } from "./tag-choice.tsx";
import { useVisibleRows } from "./visible-rows.ts";

const loadClockNotice = async () => (await import("../clock/notice.tsx")).ClockNotice;
const loadPassphraseOffer = async () => (await import("../lock/offer.tsx")).PassphraseOffer;
const loadClearingOffer = async () => (await import("../clipboard/offer.tsx")).ClearingOffer;

/** The accounts with their codes: typing searches, arrows move, Enter copies, Escape clears the search. */
export function CodeList({ codes, count }: { codes: CodesState; count: number }) {
  const now = useNow();
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    search.current?.focus();
    loadIcons();
  }, []);
  const rows = useRef<HTMLDivElement>(null);
  const dragOf = useDragOrder(codes);
  const found = codes.found.value;
  // Only what is seen is in the page, and only its codes are made: with 1,000 accounts a second is no time.
  const seen = useVisibleRows(rows, found.length);
  useEffect(() => {
    // A row that had the focus may have been scrolled away; typing still searches.
    if (document.activeElement === document.body) search.current?.focus({ preventScroll: true });
  }, [seen.from]);

  const onKeyDown = useListKeys(codes, { search, rows, seen });
  const { isCompact } = options.value;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is inside, which all work without them too
    <div class={isCompact ? "code-list compact" : "code-list"} onKeyDown={onKeyDown}>
      <search>
        <form
          class="search"
          onSubmit={(event) => {
            event.preventDefault();
            rows.current?.querySelector<HTMLButtonElement>(".row button")?.click();
          }}
        >
          <input
            ref={search}
            class="input"
            type="search"
            aria-label={words.codes.search(count)}
            placeholder={words.codes.search(count)}
            autocomplete="off"
            spellcheck={false}
            value={codes.query.value}
            onInput={(event) => {
              codes.query.value = event.currentTarget.value;
            }}
          />
          {found.length > 0 && (
            <span class="hint soft" aria-hidden="true">
              {words.codes.enterCopies}
            </span>
          )}
        </form>
      </search>
      <TagChoice codes={codes} />
      {found.length > 0 ? (
        <div class="rows" ref={rows}>
          <ul aria-label={words.codes.list}>
            <Room height={seen.above} />
            {found.slice(seen.from, seen.to).map((entry, index) => (
              <CodeRow
                key={entry.id}
                entry={entry}
                codes={codes}
                now={now}
                place={seen.from + index + 1}
                of={found.length}
                drag={dragOf(entry)}
              />
            ))}
            <Room height={seen.below} />
          </ul>
          {codes.query.value === "" && <BinButton codes={codes} />}
        </div>
      ) : (
        <NothingFound codes={codes} onCleared={() => search.current?.focus()} />
      )}
      {clockFault.value !== undefined && <LaterScreen load={loadClockNotice} given={{}} />}
      {!isToldAsFailure(codes.said.value) && <Offer />}
      <BackupLine codes={codes} />
      <div class="bar">
        <Button
          kind="primary"
          onClick={() => {
            codes.open.value = { at: "add", by: "scan" };
          }}
        >
          {words.codes.add}
        </Button>
        {opening.surface !== "page" && (
          <Button
            onClick={() => {
              codes.open.value = { at: "fill" };
            }}
          >
            <span class="in-full">{words.codes.fill}</span>
            <span class="in-short">{words.codes.fillShort}</span>
          </Button>
        )}
        <ListMenu codes={codes} />
      </div>
    </div>
  );
}

/** The room of rows that are not in the page; in pixels. */
export function Room({ height }: { height: number }) {
  return height > 0 ? <li class="room" style={{ height: `${height}px` }} aria-hidden="true" /> : null;
}

/** One offer at a time, and the one about what was just done first. */
function Offer() {
  if (copiedHere.value && clearsClipboard.value === undefined)
    return <LaterScreen load={loadClearingOffer} given={{}} />;
  return offersPassphrase.value ? <LaterScreen load={loadPassphraseOffer} given={{}} /> : null;
}

function NothingFound({ codes, onCleared }: { codes: CodesState; onCleared: () => void }) {
  return (
    <div class="middle">
      <p role="status">{words.codes.nothingFound(codes.query.value.trim())}</p>
      <Button
        onClick={() => {
          codes.query.value = "";
          onCleared();
        }}
      >
        {words.codes.clear}
      </Button>
    </div>
  );
}
