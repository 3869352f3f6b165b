import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { matching } from "../codes/arrange.ts";
import { loadIcons } from "../codes/icons-state.ts";
import { Room } from "../codes/list.tsx";
import { Who } from "../codes/row.tsx";
import type { CodesState } from "../codes/state.ts";
import { useVisibleRows } from "../codes/visible-rows.ts";
import { opening } from "../surface/state.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { words } from "../surface/words.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import type { Match, Offer } from "./match.ts";
import { createFilling, type Filling, type FillView } from "./state.ts";
import { fillWords } from "./words.ts";
import "./fill.css";

/** As many codes as are found at a glance; of more the person searches. */
const mostWithoutSearch = 6;

/** Fills the page beside: at once where the account is known, else after it was chosen and, where it may be wrong, confirmed. */
export function FillScreen({ codes, entries }: { codes: CodesState; entries: VaultEntry[] }) {
  const [filling] = useState(() => createFilling(codes, entries, opening));
  useEffect(() => {
    loadIcons();
    void filling.start();
  }, [filling]);
  const view = filling.view.value;
  return (
    <SubScreen title={"site" in view ? fillWords.titleAt(view.site) : fillWords.title} codes={codes}>
      {view.at === "told" && (
        <p class="notice warn" role="alert">
          {view.text}
        </p>
      )}
      {(view.at === "choose" || view.at === "ask") && <Offers view={view} filling={filling} />}
      {view.at === "ask" && <Question view={view} filling={filling} />}
      {view.at === "unencrypted" && <WhetherUnencrypted site={view.site} filling={filling} />}
    </SubScreen>
  );
}

/** The codes that may be meant, the likeliest first; where there are many, those that are searched for. */
function Offers({ view, filling }: { view: FillView & { at: "choose" | "ask" }; filling: Filling }) {
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { offers, site } = view;
  const sought = new Set(
    matching(
      offers.map(({ entry }) => entry),
      query,
    ),
  );
  const found = offers.filter(({ entry }) => sought.has(entry));
  const search = words.codes.search(offers.length);
  return (
    <>
      {offers.length > mostWithoutSearch && (
        <search>
          <form
            class="search-offers"
            onSubmit={(event) => {
              event.preventDefault();
              if (found[0]) filling.pick(found[0]);
            }}
          >
            <input
              ref={field}
              class="input"
              type="search"
              aria-label={search}
              placeholder={search}
              autocomplete="off"
              spellcheck={false}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </form>
        </search>
      )}
      <Group title={fillWords.matching} match="known" offers={found} filling={filling} />
      <Group title={fillWords.likely} match="likely" offers={found} filling={filling} />
      {offers.every(({ match }) => match === "other") && <p>{fillWords.otherHint(site)}</p>}
      <Group title={fillWords.others} match="other" offers={found} filling={filling} />
      {found.length === 0 && <p role="status">{words.codes.nothingFound(query.trim())}</p>}
    </>
  );
}

function Group({ title, match, offers, filling }: { title: string; match: Match; offers: Offer[]; filling: Filling }) {
  const members = offers.filter((offer) => offer.match === match);
  if (members.length === 0) return null;
  return (
    <section class="offers">
      <h3>{title}</h3>
      <OfferList offers={members} filling={filling} />
    </section>
  );
}

/** As with the codes themselves, only those that are seen are in the page. */
function OfferList({ offers, filling }: { offers: Offer[]; filling: Filling }) {
  const list = useRef<HTMLUListElement>(null);
  const seen = useVisibleRows(list, offers.length, ".offer-row");
  return (
    <ul ref={list}>
      <Room height={seen.above} />
      {offers.slice(seen.from, seen.to).map((offer, index) => (
        <li key={offer.entry.id} class="offer-row" aria-posinset={seen.from + index + 1} aria-setsize={offers.length}>
          <button type="button" class="offer" onClick={() => filling.pick(offer)}>
            <Who entry={offer.entry} />
          </button>
        </li>
      ))}
      <Room height={seen.below} />
    </ul>
  );
}

function WhetherUnencrypted({ site, filling }: { site: string; filling: Filling }) {
  const { title, lead, fill } = fillWords.unencrypted(site);
  return (
    <Dialog title={title} onClose={filling.cancel}>
      <p>{lead}</p>
      <div class="actions">
        <Button focusFirst onClick={filling.cancel}>
          {fillWords.ask.cancel}
        </Button>
        <Button kind="danger" onClick={() => void filling.confirm()}>
          {fill}
        </Button>
      </div>
    </Dialog>
  );
}

function Question({ view, filling }: { view: FillView & { at: "ask" }; filling: Filling }) {
  const { entry, match } = view.offer;
  const name = nameOf(entry) || words.codes.noName;
  const used = entry.sites?.at(-1)?.domain;
  const { ask } = fillWords;
  const question =
    match === "likely"
      ? ask.likely(name, view.site)
      : used
        ? ask.elsewhere(name, view.site, used)
        : ask.other(name, view.site);
  return (
    <Dialog title={question.title} onClose={filling.cancel}>
      <p>{question.lead}</p>
      <div class="actions">
        <Button focusFirst onClick={filling.cancel}>
          {ask.cancel}
        </Button>
        <Button kind={match === "likely" ? "primary" : "danger"} onClick={() => void filling.confirm()}>
          {ask.fill}
        </Button>
      </div>
    </Dialog>
  );
}
