import { useEffect, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { Dialog } from "../../shared/ui/dialog.tsx";
import { hueOf, initialOf } from "../codes/code-text.ts";
import type { CodesState } from "../codes/state.ts";
import { SubScreen } from "../codes/sub-screen.tsx";
import { opening } from "../popup/state.ts";
import { words } from "../popup/words.ts";
import { nameOf, namesOf, type VaultEntry } from "../vault/entry.ts";
import type { Match, Offer } from "./match.ts";
import { createFilling, type Filling, type FillView } from "./state.ts";
import { fillWords } from "./words.ts";
import "./fill.css";

/** Fills the page beside: at once where the account is known, else after it was chosen and, where it may be wrong, confirmed. */
export function FillScreen({ codes, entries }: { codes: CodesState; entries: VaultEntry[] }) {
  const [filling] = useState(() => createFilling(codes, entries, opening));
  useEffect(() => void filling.start(), [filling]);
  const view = filling.view.value;
  const title = view.at === "choose" || view.at === "ask" ? fillWords.titleAt(view.site) : fillWords.title;
  return (
    <SubScreen title={title} codes={codes}>
      {view.at === "told" && (
        <p class="notice warn" role="alert">
          {view.text}
        </p>
      )}
      {(view.at === "choose" || view.at === "ask") && (
        <>
          <Group title={fillWords.matching} match="known" offers={view.offers} filling={filling} />
          <Group title={fillWords.likely} match="likely" offers={view.offers} filling={filling} />
          {view.offers.every(({ match }) => match === "other") && <p>{fillWords.otherHint(view.site)}</p>}
          <Group title={fillWords.others} match="other" offers={view.offers} filling={filling} />
        </>
      )}
      {view.at === "ask" && <Question view={view} filling={filling} />}
    </SubScreen>
  );
}

function Group({ title, match, offers, filling }: { title: string; match: Match; offers: Offer[]; filling: Filling }) {
  const members = offers.filter((offer) => offer.match === match);
  if (members.length === 0) return null;
  return (
    <section class="offers">
      <h3>{title}</h3>
      <ul>
        {members.map((offer) => (
          <li key={offer.entry.id}>
            <OfferButton offer={offer} filling={filling} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OfferButton({ offer, filling }: { offer: Offer; filling: Filling }) {
  const { issuer, account } = namesOf(offer.entry);
  const name = nameOf(offer.entry) || words.codes.noName;
  return (
    <button type="button" class="offer" onClick={() => filling.pick(offer)}>
      <span class="tile" style={{ "--hue": hueOf(name) }} aria-hidden="true">
        {initialOf(name)}
      </span>
      <span class="who">
        <b>{name}</b>
        <small>{issuer ? account : ""}</small>
      </span>
    </button>
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
        <Button kind={match === "likely" ? "primary" : "danger"} onClick={() => void filling.confirm()}>
          {ask.fill}
        </Button>
        <Button focusFirst={match !== "likely"} onClick={filling.cancel}>
          {ask.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
