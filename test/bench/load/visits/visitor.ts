import { totpCode, totpStep } from "../../../../shared/otp/totp.ts";
import { totpKey } from "../../../../worker/totp/rules.ts";
import { below, type Chance, oneOf } from "../chance.ts";
import type { Answered } from "../model/possible.ts";
import type { ModelApp, ModelEmailCode, ModelSession, State } from "../model/state.ts";
import type { Deed } from "../people/deeds.ts";
import type { Person } from "../people/person.ts";

/** A person at one of their browsers. */
export class Visitor {
  readonly person: Person;
  readonly browser: number;

  constructor(person: Person, browser: number) {
    this.person = person;
    this.browser = browser;
  }

  get chance(): Chance {
    return this.person.chance;
  }

  get email(): string {
    return this.person.email;
  }

  /** What the person goes by. */
  get state(): State {
    return this.person.believed;
  }

  does(deed: Deed): Promise<Answered> {
    return this.person.send(this.#fromHere(deed));
  }

  /** Does the same by two connections at once. */
  doesTwice(deed: Deed): Promise<void> {
    return this.doesAtOnce([deed, deed]);
  }

  doesAtOnce(deeds: readonly Deed[]): Promise<void> {
    return this.person.sendAtOnce(deeds.map((deed) => this.#fromHere(deed)));
  }

  #fromHere({ call, model }: Deed) {
    return { call: { ...call, browser: this.browser }, model };
  }

  /** Whether something happens that happens in so many of a hundred cases. */
  happens(percent: number): boolean {
    return this.chance() * 100 < percent;
  }

  /** Likewise for what is out of the ordinary, which a test may want to see oftener. */
  slips(percent: number): boolean {
    return this.happens(percent * this.person.town.slips);
  }

  /** The token of one of the sessions whose token the person has. */
  token(): string | undefined {
    const tokens = this.sessions().flatMap(({ token }) => token ?? []);
    return tokens.length > 0 ? oneOf(this.chance, tokens) : undefined;
  }

  sessions(): readonly ModelSession[] {
    return this.state.sessions;
  }

  /** What one of the apps shows: a code that was not used yet, where there is one. */
  appCode(app: ModelApp | undefined = this.state.apps[below(this.chance, this.state.apps.length || 1)]): string {
    if (!app) return this.wrongCode();
    const now = totpStep(this.person.town.clock.now(), 30);
    // The next one is accepted already; at times it is one that was used.
    const step = this.slips(4) && app.lastStep >= now - 1 ? app.lastStep : Math.max(now, app.lastStep + 1);
    return totpCode(totpKey(app.secret, ""), step * 30_000);
  }

  /** What the newest mail of a purpose says, where its code is good. */
  mailedCode(purpose: ModelEmailCode["purpose"], subject?: string): string | undefined {
    return this.state.emailCodes.findLast(
      (code) => code.purpose === purpose && code.is === "good" && (subject === undefined || code.subject === subject),
    )?.text;
  }

  /** The text after `?link=` of the newest mail that leads to a page. */
  mailedLink(page: string): string | undefined {
    const mails = this.person.town.sentTo(this.email);
    return mails.flatMap(({ text }) => new RegExp(`/${page}\\?link=(\\S+)`).exec(text)?.[1] ?? []).at(-1);
  }

  wrongCode(): string {
    return `${below(this.chance, 1_000_000)}`.padStart(6, "0");
  }

  newPassword(): string {
    const words = ["harbour", "lantern", "pier", "tide", "gull", "anchor", "sail", "rope"];
    return `${[0, 1, 2].map(() => oneOf(this.chance, words)).join(" ")} ${below(this.chance, 100_000)}`;
  }
}
