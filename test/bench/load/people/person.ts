import { type Chance, chanceOf } from "../chance.ts";
import { type Answered, type Moment, possibleAfter, type Trip } from "../model/possible.ts";
import { nobody, type State } from "../model/state.ts";
import { type Call, type Received, send } from "./call.ts";
import { seedFor, type Town } from "./town.ts";

const trailLength = 25;

/** A request, with what the model says of it. */
export interface Request {
  call: Call;
  model: (at: Moment) => Trip;
}

/** A wrong answer was found: nothing can be expected of what would follow. */
export class Lost extends Error {}

/** Somebody with an account or about to have one, with every state in which that may be by what was answered so far. */
export class Person {
  readonly town: Town;
  readonly number: number;
  readonly email: string;
  readonly chance: Chance;
  /** Never empty; more than one where an answer was lost and nothing has told since what became of the request. */
  states: State[] = [nobody];
  /** Every token that was ever handed over, good or ended. */
  readonly tokens: string[] = [];
  /** A wrong answer was found. */
  isLost = false;
  readonly #trail: string[] = [];
  #requests = 0;

  constructor(town: Town, number: number) {
    this.town = town;
    this.number = number;
    this.email = `load-${number}@example.com`;
    this.chance = chanceOf(seedFor(town.seed, "person", number));
  }

  /** One of the states that are possible: what the person goes by. */
  get believed(): State {
    const [state] = this.states;
    if (!state) throw new Error("a person is lost, and asked all the same");
    return state;
  }

  /** Sends a request and holds its answer against the model. */
  async send({ call, model }: Request): Promise<Answered> {
    const [answered] = await this.#sendAll([{ call, model, by: `${++this.#requests}` }]);
    if (!answered) throw new Error("a request was sent and not answered");
    return answered;
  }

  /** Sends several by as many connections at once. */
  async sendAtOnce(requests: readonly Request[]): Promise<void> {
    const number = ++this.#requests;
    await this.#sendAll(requests.map((request, index) => ({ ...request, by: `${number}.${index}` })));
    this.town.journal.atOnce++;
  }

  /** Leaves only the states that `mismatch` finds nothing wrong with; where none is left, what was seen is wrong. */
  narrow(seen: string, mismatch: (state: State) => string | null): void {
    if (this.isLost) return;
    const left = this.states.filter((state) => mismatch(state) === null);
    this.town.journal.looks++;
    if (left.length > 0) this.states = left;
    else this.#isWrong(seen, "", [...new Set(this.states.map((state) => mismatch(state) ?? ""))]);
  }

  async #sendAll(sent: readonly (Request & { by: string })[]): Promise<Answered[]> {
    const mailsBefore = this.town.sentTo(this.email).length;
    const mishapsBefore = this.town.mishapsOf(this.email);
    const received = await Promise.all(
      sent.map(async ({ call, model, by }) => ({
        ...(await send(this.town, this.number, call, by)),
        call,
        model,
        by,
      })),
    );
    const mailed = this.town.sentTo(this.email).slice(mailsBefore);
    const codes = mailed.flatMap(({ text }) => /^\d{6}$/m.exec(text) ?? []);
    const linkTo = (page: "reset" | "unlock") =>
      mailed.flatMap(({ text }) => new RegExp(`/${page}\\?link=(\\S+)`).exec(text)?.[1] ?? [])[0];
    const links = { reset: linkTo("reset"), unlock: linkTo("unlock") };
    const requests = received.map(({ answered, now, call: { browser }, model, by }) => {
      return { first: model({ now, by, browser }), by, answered: { ...answered, mailed: codes, links } };
    });
    for (const { call, answered } of received) this.#noteAnswer(call, answered);

    const request = sent.map(({ call }) => `${routeOf(call)} ${JSON.stringify(call.body ?? {})}`).join(" and ");
    const said = received.map(({ answered }) => JSON.stringify(answered)).join(" and ");
    const wrongForm = received.find((each) => each.wrongForm !== null)?.wrongForm;
    if (wrongForm) this.#isWrong(request, said, [wrongForm]);
    else if (received.some(isMailNotSent) && this.town.mishapsOf(this.email) === mishapsBefore) {
      this.#isWrong(request, said, ["no mail_not_sent, for no mail failed"]);
    } else {
      const { states, expected } = possibleAfter(this.states, requests);
      if (states.length === 0) this.#isWrong(request, said, expected);
      else this.states = states;
      if (states.length > 1) this.town.journal.uncertain++;
    }
    if (this.isLost) throw new Lost();
    return requests.map(({ answered }) => answered);
  }

  #noteAnswer(call: Call, { status, body }: Omit<Answered, "mailed" | "links">): void {
    const route = routeOf(call);
    const said = status < 400 ? `${status} ${body.status ?? ""}`.trim() : `${status} ${body?.code ?? ""}`;
    this.town.journal.note(route, said);
    this.#trail.push(`${call.browser} ${route} ${JSON.stringify(call.body ?? {})}: ${status} ${JSON.stringify(body)}`);
    if (this.#trail.length > trailLength) this.#trail.shift();
    const token = body?.session?.token;
    if (typeof token === "string") this.tokens.push(token);
  }

  #isWrong(request: string, answered: string, expected: string[]): void {
    this.isLost = true;
    this.town.journal.wrong.push({ person: this.email, request, answered, expected, trail: [...this.#trail] });
  }
}

/** The route of a request, whatever ids are in its address. */
function routeOf({ method, path }: Call): string {
  return `${method} ${path.replace(/\/[\w-]{22}(?=\/|$)/g, "/:id").replace(/\?.*/, "")}`;
}

function isMailNotSent({ answered }: Received): boolean {
  return answered.body?.code === "mail_not_sent";
}
