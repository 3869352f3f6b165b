import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { clearsClipboard, copiedHere } from "../clipboard/state.ts";
import { clockFault } from "../clock/state.ts";
import { LaterScreen } from "../popup/later-screen.tsx";
import { opening } from "../popup/state.ts";
import { words } from "../popup/words.ts";
import { useNow } from "./now.ts";
import { CodeRow } from "./row.tsx";
import type { CodesState } from "./state.ts";

const loadClockNotice = async () => (await import("../clock/notice.tsx")).ClockNotice;
const loadClearingOffer = async () => (await import("../clipboard/offer.tsx")).ClearingOffer;

/** The accounts with their codes: typing searches, arrows move, Enter copies, Escape clears the search. */
export function CodeList({ codes, count }: { codes: CodesState; count: number }) {
  const now = useNow();
  const area = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const found = codes.found.value;

  const copyButtons = () => [...(area.current?.querySelectorAll<HTMLButtonElement>(".row .copy") ?? [])];
  const move = (by: 1 | -1) => {
    const stops: HTMLElement[] = [...(search.current ? [search.current] : []), ...copyButtons()];
    const row = document.activeElement?.closest(".row");
    const at = stops.findIndex((stop) => stop === document.activeElement || stop.closest(".row") === (row ?? stop));
    stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(1);
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
      {found.length > 0 ? (
        <ul class="rows" aria-label={words.codes.list}>
          {found.map((entry) => (
            <CodeRow key={entry.id} entry={entry} codes={codes} now={now} />
          ))}
        </ul>
      ) : (
        <NothingFound codes={codes} onCleared={() => search.current?.focus()} />
      )}
      {clockFault.value !== undefined && <LaterScreen load={loadClockNotice} given={{}} />}
      {copiedHere.value && clearsClipboard.value === undefined && <LaterScreen load={loadClearingOffer} given={{}} />}
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
      </div>
    </div>
  );
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
