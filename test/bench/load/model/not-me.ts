import { endMailed, endUnfinished } from "./ends.ts";
import { goes, type Moment, refused, succeeded, type Trip } from "./possible.ts";
import { asElevated, asSession } from "./session.ts";
import { happened, type State, told, twoFactorIsOn } from "./state.ts";

/**
 * 'This wasn't me', by the link of a mail that was made at `madeAt`: everybody is out, and all that was added is
 * suspended, for nothing here is older than the seven days before it (promise S10).
 */
export function reportNotMe({ now }: Moment, madeAt: number): Trip {
  const expired = refused(410, "link_expired");
  return (state) => goes(state, state.exists ? press : expired);

  function press(state: State) {
    if (madeAt < state.linksFrom) return goes(state, expired);
    const { apps, email } = state;
    const suspended = [...state.suspended, ...apps.map(({ id }) => id), ...(email === null ? [] : [email])];
    const reported = told(happened(state, "reported_not_me"), "reported_not_me");
    return goes(
      {
        ...endMailed(endUnfinished(noteSuspended(reported), now)),
        ...{ apps: [], email: null, recovery: { issued: false, left: 0, known: [] }, suspended },
        ...{ sessions: [], isVoid: true, isAtHome: false, linksFrom: now + 1 },
      },
      succeeded(204),
    );
  }
}

/** With its event; where no method is on, it is there if something that was removed earlier is offered back. */
function noteSuspended(state: State): State {
  const type = "changes_suspended";
  if (twoFactorIsOn(state)) return happened(state, type);
  return { ...state, eventsPerhaps: { ...state.eventsPerhaps, [type]: (state.eventsPerhaps[type] ?? 0) + 1 } };
}

/** Lists what waits for the owner's decision: every method that is suspended is there. */
export function listDisputed(token: string): Trip {
  return asSession(token, () => (state) => {
    const listed = succeeded(200, (later, { body }) => {
      const items: { id: string; kind: string; state: string }[] = body.items;
      const methods = items.filter(({ kind, state: is }) => is === "suspended" && (kind === "app" || kind === "email"));
      const ids = methods.map(({ id }) => id).toSorted();
      const shouldBe = state.suspended.toSorted();
      return JSON.stringify(ids) === JSON.stringify(shouldBe) ? later : `${shouldBe.join(", ")} are suspended`;
    });
    return goes(state, listed);
  });
}

/** Takes something that is disputed away for good, once. */
export function removeDisputed(token: string, now: number, id: string): Trip {
  const decided = refused(404, "not_found");
  const remove = (state: State) => {
    if (state.decided.includes(id)) return goes(state, decided);
    const suspended = state.suspended.filter((each) => each !== id);
    const removed = happened({ ...state, suspended, decided: [...state.decided, id] }, "change_removed");
    return goes(told(removed, "change_removed"), succeeded(204));
  };
  return asElevated(token, now, () => (state) => goes(state, state.decided.includes(id) ? decided : remove));
}
