import { useEffect, useRef } from "preact/hooks";
import type { DisputedItem, DisputedKind } from "../../contract/not-me.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import { dayAndTime } from "../../locales/relative-time.ts";
import { ChoicePair } from "../../ui/choice-pair.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { browserWords } from "../browser-words.ts";
import { useLocale, useWords } from "../words.tsx";
import type { Review } from "./review-state.ts";

const icons: Record<DisputedKind, IconName> = {
  app: "app",
  email: "mail",
  passkey: "passkey",
  recovery_codes: "recovery",
  browser: "browser",
  two_factor_reset: "secured",
};

/** One change: what, when and from where, with its two choices. */
export function Decision({ item, review }: { item: DisputedItem; review: Review }) {
  const { review: words } = useWords();
  const first = useRef<HTMLInputElement>(null);
  const missing = review.missing.value;
  const isFirstMissing = missing?.id === item.id;
  useEffect(() => {
    if (isFirstMissing) first.current?.focus();
  }, [isFirstMissing, missing]);
  const isMissing = missing !== null && !(item.id in review.choices.value);
  const isSuspended = item.state === "suspended";
  const kind = words.kinds[item.kind];
  const title = item.name === "" || item.name === kind ? kind : words.named(kind, item.name);
  return (
    <li>
      <Icon name={icons[item.kind]} />
      <div>
        <b>{title}</b>
        <When item={item} />
        <Where item={item} />
        {item.kind === "recovery_codes" && !isSuspended && <small>{words.restoreCodes}</small>}
      </div>
      <ChoicePair
        label={title}
        yes={isSuspended ? words.keep : words.restore}
        no={isSuspended ? words.remove : words.leave}
        noIsLoss={isSuspended}
        value={review.choices.value[item.id]}
        error={isMissing ? (isSuspended ? words.missing : words.missingRemoved) : undefined}
        onChoose={(keep) => review.choose(item.id, keep)}
        inputRef={first}
      />
    </li>
  );
}

function When({ item }: { item: DisputedItem }) {
  const { review: words } = useWords();
  const locale = useLocale();
  return (
    <>
      {item.removedAt && <small>{words.removedAt(dayAndTime(item.removedAt, serviceNow(), locale))}</small>}
      <small>{words.addedAt(dayAndTime(item.addedAt, serviceNow(), locale))}</small>
    </>
  );
}

/** From where it was added, as much of it as is known. */
function Where({ item }: { item: DisputedItem }) {
  const words = useWords();
  const isKnown = item.browser !== null || item.system !== null;
  const browser = isKnown ? browserWords(words, item) : "";
  const from = browser && item.place ? words.review.near(browser, item.place) : browser || item.place;
  if (!from && !item.ip) return null;
  return (
    <small>
      {from && <span class="from">{from} </span>}
      {item.ip && <span class="ip">{item.ip}</span>}
    </small>
  );
}
