import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { BinButton } from "../bin/button.tsx";
import { clearsClipboard, copiedHere } from "../clipboard/state.ts";
import { clockFault } from "../clock/state.ts";
import { offersPassphrase } from "../lock/offer-state.ts";
import { LaterScreen } from "../popup/later-screen.tsx";
import { opening } from "../popup/state.ts";
import { words } from "../popup/words.ts";
import { BackupLine } from "./backup-line.tsx";
import { stepFrom, useDragOrder } from "./drag-order.ts";
import { loadIcons } from "./icons-state.ts";
import { ListMenu } from "./list-menu.tsx";
import { useNow } from "./now.ts";
import { CodeRow } from "./row.tsx";
import type { CodesState } from "./state.ts";
import { TagChoice } from "./tag-choice.tsx";
import { useVisibleRows } from "./visible-rows.ts";

const loadClockNotice = async () => (await import("../clock/notice.tsx")).ClockNotice;
const loadPassphraseOffer = async () => (await import("../lock/offer.tsx")).PassphraseOffer;
const loadClearingOffer = async () => (await import("../clipboard/offer.tsx")).ClearingOffer;

/** The accounts with their codes: typing searches, arrows move, Enter copies, Escape clears the search. */
export function CodeList({ codes, count }: { codes: CodesState; count: number }) {
  const now = useNow();
  const area = useRef<HTMLDivElement>(null);
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

  const copyButtons = () => [...(area.current?.querySelectorAll<HTMLButtonElement>(".row .copy") ?? [])];
  const move = (by: 1 | -1) => {
    const stops: HTMLElement[] = [...(search.current ? [search.current] : []), ...copyButtons()];
    const row = document.activeElement?.closest(".row");
    const at = stops.findIndex((stop) => stop === document.activeElement || stop.closest(".row") === (row ?? stop));
    stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
  };
  const shift = (by: 1 | -1) => {
    const id = document.activeElement?.closest<HTMLElement>(".row")?.dataset.id;
    const entry = found.find((each) => each.id === id);
    const target = entry && codes.canMove.value ? stepFrom(found, entry.id, by) : undefined;
    if (entry && target) void codes.move(entry, target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === "ArrowDown") shift(1);
    else if (event.altKey && event.key === "ArrowUp") shift(-1);
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape" && codes.query.value !== "") {
      codes.query.value = "";
      search.current?.focus();
    } else {
      // A letter typed on a row goes on in the search; the browser puts it there, for it comes after the focus.
      const isText = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isText) search.current?.focus();
      return;
    }
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of what is inside, which all work without them too
    <div class="code-list" ref={area} onKeyDown={onKeyDown}>
      <search>
        <form
          class="search"
          onSubmit={(event) => {
            event.preventDefault();
            copyButtons()[0]?.click();
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
      {/* One offer at a time, and the one about what was just done first. */}
      {copiedHere.value && clearsClipboard.value === undefined ? (
        <LaterScreen load={loadClearingOffer} given={{}} />
      ) : (
        offersPassphrase.value && <LaterScreen load={loadPassphraseOffer} given={{}} />
      )}
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
            {words.codes.fill}
          </Button>
        )}
        <ListMenu codes={codes} />
      </div>
    </div>
  );
}

/** The room of rows that are not in the page. */
function Room({ height }: { height: number }) {
  return height > 0 ? <li class="room" style={{ height: `${height}px` }} aria-hidden="true" /> : null;
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
