import { type ReadonlySignal, signal } from "@preact/signals";
import type { Client } from "../../shared/contract/client.ts";
import type { SessionAnswer } from "../../shared/contract/sign-in.ts";
import type { SecurityProgress } from "../../shared/panel/security-state.ts";
import type { WayInProgress } from "../../shared/panel/sign-in/state.ts";
import type { ThisBrowser } from "../../shared/panel/this-browser.ts";
import { connectTo, serviceAddress } from "../connection.ts";
import { askBackground } from "../messages.ts";
import { createSaving } from "../saving.ts";
import { locale } from "../surface/words.ts";
import { browserPlace } from "../vault/place.ts";
import { askForAccess, hasAccess } from "./access.ts";
import { forgetProgress, keepProgress, readProgress } from "./keep-progress.ts";
import type { Progress } from "./progress.ts";
import { type Surroundings, thisBrowserAt } from "./this-browser.ts";

/** The service that the panel is connected to, and who is signed in there. */
export interface Connected {
  service: string;
  client: Client;
  /** Whether the browser lets the extension call the service. */
  access: ReadonlySignal<boolean>;
  askForAccess: () => Promise<void>;
  thisBrowser: ThisBrowser;
  /** `ended`: the server ended a session that was there; what was typed waits for its owner. */
  session: ReadonlySignal<"none" | "there" | "ended">;
  /** Another number for another person's panel, so that nothing of one is left for the other. */
  panel: ReadonlySignal<number>;
  /** What was left half done. */
  kept: () => Pick<Progress, "wayIn" | "security">;
  signedIn: (answer: SessionAnswer) => void;
  ended: () => void;
  /** The account is no more. */
  left: () => void;
  /** Returns whether nobody is signed in any more. */
  signOut: () => Promise<boolean>;
  /** Whether it could not be kept how far somebody has come, should this window close. */
  notKept: ReadonlySignal<boolean>;
  keepWayIn: (progress: WayInProgress) => void;
  keepSecurity: (progress: SecurityProgress) => void;
}

/** Connects to the service of the settings, with what was left half done there. */
export async function connect(surroundings: Surroundings): Promise<Connected> {
  const service = await serviceAddress();
  const [mayCall, hasSession, progress, thisBrowser] = await Promise.all([
    hasAccess(service),
    askBackground("hasSession", null),
    readProgress(),
    thisBrowserAt(service, browserPlace, surroundings),
  ]);
  const client = connectTo(service, locale);
  const session = signal<"none" | "there" | "ended">(hasSession ? "there" : "none");
  const halfDone = progress?.service === service ? progress : null;
  const saving = createSaving();
  const access = signal(mayCall);
  const panel = signal(0);
  let now: Progress = { service, wayIn: halfDone?.wayIn ?? null, security: halfDone?.security ?? null };
  const keep = (change: Partial<Progress>) => {
    now = { ...now, ...change };
    void saving.run(() => keepProgress(now));
  };
  const left = () => {
    now = { service, wayIn: null, security: null };
    void saving.run(forgetProgress);
    session.value = "none";
  };
  return {
    service,
    client,
    access,
    async askForAccess() {
      access.value = await askForAccess(service);
    },
    thisBrowser,
    session,
    panel,
    kept: () => now,
    signedIn({ account }) {
      const isSame = now.security?.accountId === account.id;
      if (!isSame) panel.value++;
      keep({ wayIn: null, security: isSame ? now.security : null });
      session.value = "there";
    },
    ended() {
      session.value = session.value === "none" ? "none" : "ended";
    },
    left,
    async signOut() {
      const answer = await client.session.end();
      const isOver = answer.ok || answer.code === "not_signed_in";
      if (isOver) left();
      return isOver;
    },
    notKept: saving.failed,
    keepWayIn: (wayIn) => keep({ wayIn }),
    keepSecurity: (security) => keep({ security }),
  };
}
