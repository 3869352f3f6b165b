import { signal } from "@preact/signals";
import type { Locale } from "../../../shared/contract/account.ts";
import { type Client, createClient } from "../../../shared/contract/client.ts";
import type { ShownAccount } from "../../../shared/contract/shown-account.ts";
import { noAnswer } from "./no-answer.ts";
import type { Carrier, PageSession, SessionState } from "./page-session.ts";
import type { NewsListener, SessionNews, SessionTold } from "./session-news.ts";

/** A session of which nothing is known yet; nothing is asked before `find` or `who`. */
export function createPageSession(carrier: Carrier): PageSession {
  const { service, canRemember } = carrier;
  const state = signal<SessionState>({ is: "unknown" });
  const listeners = new Set<NewsListener>();
  const clients = new Map<Locale, Client>();
  const shown: ShownAccount = { id: null, onOther: () => void who().catch(() => {}) };
  let finding: Promise<void> | undefined;

  const say = <Name extends keyof SessionNews>(name: Name, detail: SessionNews[Name]) => {
    for (const listener of [...listeners]) listener(name, detail);
  };
  const told = ({ id, expiresAt }: SessionTold): SessionTold => {
    const token = carrier.token();
    return { id, expiresAt, ...(token === null ? {} : { token }) };
  };
  const client = (locale: Locale): Client => {
    const known = clients.get(locale);
    if (known) return known;
    const made = tellingOfStepUps(
      createClient({ service, locale, fetch: carrier.fetch, shown }),
      (elevatedUntil, session) => say("latchkey-step-up", { elevatedUntil, session: told(session) }),
    );
    clients.set(locale, made);
    return made;
  };
  const begin = (
    { account, session }: { account: { id: string; email: string }; session: SessionTold },
    restored: boolean,
  ) => {
    const now = { account: { id: account.id, email: account.email }, session: told(session) };
    state.value = { is: "there", ...now };
    say("latchkey-signed-in", { ...now, restored });
  };
  const ended = () => {
    if (state.value.is !== "there") return;
    state.value = { ...state.value, is: "ended" };
    say("latchkey-session-end", { account: state.value.account });
  };
  const left = () => {
    carrier.forget();
    const was = state.value.is;
    state.value = { is: "none" };
    if (was === "there" || was === "ended") say("latchkey-signed-out", null);
  };
  const find = async () => {
    const answer = await client("en").session.get({ adopt: true });
    // Somebody has signed in by the form meanwhile.
    if (state.value.is === "there" || state.value.is === "ended") return;
    if (answer.ok) begin(answer.value, true);
    else if (answer.code === "offline") state.value = { is: await carrier.whyNoAnswer() };
    else state.value = { is: answer.code === "not_signed_in" ? "none" : "unreachable" };
  };
  const who = async () => {
    const answer = await client("en").session.get({ adopt: true });
    if (answer.ok) {
      const { account } = answer.value;
      // In another tab, since the page was opened; as somebody else, perhaps.
      if (state.value.is !== "there" || state.value.account.id !== account.id) begin(answer.value, true);
      return { ...answer.value, session: { ...answer.value.session, ...told(answer.value.session) } };
    }
    if (answer.code !== "not_signed_in") throw noAnswer(answer.code);
    ended();
    return null;
  };

  return {
    key: carrier.key,
    service,
    canRemember,
    state,
    doors: signal(0),
    client,
    find: () => {
      finding ??= find().finally(() => {
        finding = undefined;
      });
      return finding;
    },
    who,
    async signedIn(answer) {
      const asked = carrier.mayBeBlocked ? await client("en").session.get() : null;
      if (asked && !asked.ok && asked.code === "not_signed_in") state.value = { is: "not_kept" };
      else begin(answer, false);
    },
    ended,
    left,
    async signOut() {
      const answer = await client("en").session.end();
      const isOver = answer.ok || answer.code === "not_signed_in";
      if (isOver) left();
      return isOver;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The client, with each step-up that succeeds told of, whoever asked for it. */
function tellingOfStepUps(client: Client, tell: (elevatedUntil: string, session: SessionTold) => void): Client {
  return {
    ...client,
    stepUp: {
      ...client.stepUp,
      async prove(...proof) {
        const answer = await client.stepUp.prove(...proof);
        if (answer.ok) tell(answer.value.elevatedUntil, answer.value.session);
        return answer;
      },
    },
  };
}
