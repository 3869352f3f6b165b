import * as v from "valibot";
import type { Locale } from "../../shared/contract/account.ts";
import { hashToken } from "../crypto/token.ts";
import { composeLetter } from "./compose.ts";
import { type Asked, browserInWords, momentInWords, placeInWords } from "./facts.ts";
import type { LetterItem } from "./letter-parts.ts";
import type { LetterWorld } from "./letter-world.ts";
import type { Letter } from "./mail.ts";
import { gatheredAtMost } from "./rules.ts";
import { type SecurityNews, securityWords, sentenceOf } from "./security-letter.ts";

/** News that may be told together with others, under a key that is the same for what is the same. */
export interface NewsToGather {
  key: string;
  /** A JSON object, without how often it happened. */
  entry: string;
}

const entrySchema = v.object({
  kind: v.string(),
  about: v.string(),
  operator: v.nullable(v.string()),
  userAgent: v.string(),
  place: v.nullable(v.string()),
  at: v.number(),
  times: v.number(),
});
type Entry = v.InferOutput<typeof entrySchema>;

/** News as the outbox gathers them: of the same browser and place, the same is kept once. */
export async function newsToGather(locale: Locale, news: SecurityNews, { now, caller }: Asked): Promise<NewsToGather> {
  const { kind, about = "", operator = null } = news;
  const { userAgent, place } = caller;
  // What differs only in a number left or a browser's version is the same to a reader.
  const name = /^\d+$/.test(about) ? "" : about;
  const same = [kind, name, operator ?? "", browserInWords(userAgent, locale), place ?? ""].join("\n");
  const key = (await hashToken(same)).slice(0, 16);
  return { key, entry: JSON.stringify({ kind, about, operator, userAgent, place, at: now }) };
}

/** The one letter on all that was gathered: each once, with how often and when last. */
export function gatheredLetter(world: LetterWorld, locale: Locale, news: string, notMeLink: string): Letter {
  const words = securityWords(locale);
  const entries = Object.values(v.parse(v.record(v.string(), entrySchema), JSON.parse(news)));
  const newest = entries.toSorted((one, other) => other.at - one.at);
  const left = newest.length - gatheredAtMost;
  const { subject, lead } = words.gathered;
  return composeLetter(
    { locale, origin: world.settings.origin },
    {
      subject,
      heading: subject,
      lead,
      items: newest.slice(0, gatheredAtMost).map((entry) => itemOf(entry, locale)),
      expiry: left > 0 ? words.gathered.more(left) : undefined,
      facts: [],
      ifNotYou: words.notMe.lead,
      wayOut: { label: words.notMe.words, href: notMeLink },
      reason: [words.reason],
    },
  );
}

function itemOf({ kind, about, operator, userAgent, place, at, times }: Entry, locale: Locale): LetterItem {
  const words = securityWords(locale);
  const news = { kind: kind as SecurityNews["kind"], about };
  const near = placeInWords(place, locale);
  const who = operator ?? [browserInWords(userAgent, locale), ...(near === null ? [] : [near])].join(", ");
  const moment = momentInWords(at, locale);
  return {
    title: words.news[news.kind].subject,
    sentence: sentenceOf(locale, news),
    note: `${who} · ${times === 1 ? moment : words.gathered.times(times, moment)}`,
  };
}
