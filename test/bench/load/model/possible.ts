import type { Problem } from "../../../../shared/contract/problem.ts";
import type { ModelEmailCode, State } from "./state.ts";

/** When a request came, by the service's clock, and a name for what it makes. */
export interface Moment {
  now: number;
  by: string;
  /** The browser that sent it, by number. */
  browser: number;
}

/** What came back, with the codes that were mailed to the person meanwhile. */
export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what each answer holds is looked at where it is expected.
  body: any;
  mailed: readonly string[];
  /** The text after `?link=` of the links that were, by the page that each opens. */
  links: { reset?: string; unlock?: string };
}

/** An answer that the model expects. `learn` answers what is known by it, or in words what is wrong with it. */
export interface Expected {
  status: number;
  code?: Problem["code"];
  learn?: (state: State, answered: Answered) => State | string;
}

/** One round trip to the database, which is all or nothing: the ways in which it may go, and what follows each. */
export type Trip = (state: State) => Way[];

export interface Way {
  state: State;
  next: Trip | Expected;
}

/** A request as the model knows it, with what came back of it. */
export interface Told {
  first: Trip;
  by: string;
  answered: Answered;
}

/** The states that what came back leaves possible, and what would have been right where none is left. */
export interface Possible {
  states: State[];
  expected: string[];
}

type Progress = { at: Trip | Expected; isDone: boolean };

/**
 * Follows requests that ran at once through every order of their round trips, from every state that was possible before.
 * A request that was answered by 500 ended at any of its round trips, before or after that was made.
 */
export function possibleAfter(before: readonly State[], requests: readonly Told[]): Possible {
  const states = new Map<string, State>();
  const expected = new Set<string>();
  for (const state of before)
    follow(
      state,
      requests.map(({ first }) => ({ at: first, isDone: false })),
    );
  return { states: [...states.values()], expected: [...expected] };

  function follow(state: State, progress: readonly Progress[]): void {
    if (progress.every(({ isDone }) => isDone)) {
      const known = requests.reduce(withMailedLink, requests.reduce(withMailedCode, state));
      states.set(JSON.stringify(known), known);
    }
    for (const [index, { at, isDone }] of progress.entries()) {
      const request = requests[index];
      if (isDone || !request) continue;
      const go = (next: State, then: Progress) => follow(next, progress.with(index, then));
      const { answered } = request;
      if (typeof at !== "function") {
        const learned = learnFrom(at, state, answered);
        if (typeof learned !== "string") go(learned, { at, isDone: true });
        else expected.add(learned);
        continue;
      }
      const broke = answered.status === 500;
      if (broke) go(state, { at, isDone: true });
      for (const way of at(state)) {
        if (broke) go(way.state, { at, isDone: true });
        go(way.state, { at: way.next, isDone: false });
      }
    }
  }
}

function learnFrom({ status, code, learn }: Expected, state: State, answered: Answered): State | string {
  const wanted = code === undefined ? `${status}` : `${status} ${code}`;
  if (answered.status !== status || (code !== undefined && answered.body?.code !== code)) return wanted;
  const learned = learn ? learn(state, answered) : state;
  return typeof learned === "string" ? `${wanted}, where ${learned}` : learned;
}

/** With what the mail of the request says, where one came. */
function withMailedCode(state: State, { by, answered: { mailed } }: Told): State {
  const text = mailed[0];
  const asked = (code: ModelEmailCode) => code.by === by && code.text === undefined;
  if (text === undefined || !state.emailCodes.some(asked)) return state;
  return { ...state, emailCodes: state.emailCodes.map((code) => (asked(code) ? { ...code, text } : code)) };
}

/** With the link of the request's mail, where one came. */
function withMailedLink(state: State, { by, answered: { links } }: Told): State {
  const { reset: link, unlock: token } = links;
  if (link === undefined && token === undefined) return state;
  return {
    ...state,
    resets: state.resets.map((each) => (each.by === by && link ? { ...each, link } : each)),
    unlockLinks: state.unlockLinks.map((each) => (each.by === by && token ? { ...each, token } : each)),
  };
}

/** The one way in which a round trip goes. */
export function goes(state: State, then: Trip | Expected): Way[] {
  return [{ state, next: then }];
}

/** What a problem says beside its code; what is left out must not be there. */
type Details = Partial<Pick<Problem, "attemptsLeft" | "alreadyUsed" | "retryAfter" | "reasons" | "methods">>;

const detailNames = ["attemptsLeft", "alreadyUsed", "retryAfter", "reasons", "methods"] as const;

/** An expected problem, with just these details. */
export function refused(status: number, code: Problem["code"], details: Details = {}): Expected {
  return {
    status,
    code,
    learn: (state, { body }) => {
      const wrong = detailNames.find((name) => JSON.stringify(body[name]) !== JSON.stringify(details[name]));
      return wrong ? `${wrong} is ${JSON.stringify(details[wrong])}` : state;
    },
  };
}

/** An expected success. */
export function succeeded(status: number, learn?: Expected["learn"]): Expected {
  return { status, learn };
}
