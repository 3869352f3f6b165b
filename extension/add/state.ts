import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Algorithm, OtpKey } from "../../shared/otp/otp-key.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import type { Outcome } from "../../shared/outcome.ts";
import { type Draft, forgetDraft, keepDraft } from "../codes/keep-draft.ts";
import type { CodesState } from "../codes/state.ts";
import { readTypedKey, type TypedKeyError } from "../codes/typed-key.ts";
import { createSaving } from "../saving.ts";
import { addToVault } from "../vault/add.ts";
import { type Duplicate, findDuplicate } from "../vault/duplicate.ts";
import { nameOf, type VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";

/** An account that is being added: by a link that is pasted, or by a key that is typed. */
export interface AccountToAdd {
  by: Signal<"link" | "key">;
  link: Signal<string>;
  secret: Signal<string>;
  issuer: Signal<string>;
  account: Signal<string>;
  type: Signal<OtpKey["type"]>;
  algorithm: Signal<Algorithm>;
  digits: Signal<string>;
  period: Signal<string>;
  counter: Signal<string>;
  /** What was typed so far, as a key; null while there is nothing to judge. */
  key: ReadonlySignal<Outcome<OtpKey, TypedKeyError> | null>;
  duplicate: ReadonlySignal<Duplicate | undefined>;
  /** Why it was not taken, until it is mended: a new object at each try, so that the focus can go there again. */
  refused: ReadonlySignal<{ code: TypedKeyError | "missing" } | null>;
  saving: ReadonlySignal<boolean>;
  submit: () => Promise<void>;
  /** Keeps what is typed for when the window closes, until the answered function is called. */
  keep: () => () => void;
}

/** An account to add to `entries`, with what was typed before the window closed, or nothing yet. */
export function createAccountToAdd(codes: CodesState, entries: VaultEntry[], by: "link" | "key"): AccountToAdd {
  const begun = codes.takeDraft() ?? { ...nothingTyped, by };
  const typed = {
    by: signal(begun.by),
    link: signal(begun.link),
    secret: signal(begun.secret),
    issuer: signal(begun.issuer),
    account: signal(begun.account),
    type: signal<OtpKey["type"]>(begun.type),
    algorithm: signal<Algorithm>(begun.algorithm),
    digits: signal(begun.digits),
    period: signal(begun.period),
    counter: signal(begun.counter),
  };
  const key = computed(() => {
    const text = typed.by.value === "link" ? typed.link.value : typed.secret.value;
    if (text.trim() === "") return null;
    if (typed.by.value === "link") return parseOtpauthUri(text);
    const { secret, issuer, account, type, algorithm, digits, period, counter } = typed;
    return readTypedKey({
      secret: secret.value,
      issuer: issuer.value,
      account: account.value,
      type: type.value,
      algorithm: algorithm.value,
      digits: digits.value,
      period: period.value,
      counter: counter.value,
    });
  });
  const duplicate = computed(() => (key.value?.ok ? findDuplicate(entries, key.value.value) : undefined));
  const lastRefusal = signal<{ code: TypedKeyError | "missing" } | null>(null);
  const refused = computed(() => (key.value?.ok ? null : lastRefusal.value));
  const saving = signal(false);
  return {
    ...typed,
    key,
    duplicate,
    refused,
    saving,
    async submit() {
      const judged = key.value;
      lastRefusal.value = judged?.ok ? null : { code: judged?.code ?? "missing" };
      if (!judged?.ok || duplicate.value?.kind === "same_key" || saving.value) return;
      saving.value = true;
      const id = crypto.randomUUID();
      const change = await addToVault(browserPlace, new Date(), { id, key: judged.value });
      saving.value = false;
      if (!codes.take(change) || !change.ok) return;
      // Another window may have added the same key in this moment.
      const added = findDuplicate(change.value, judged.value)?.entry;
      codes.open.value = { at: "list" };
      codes.query.value = "";
      codes.said.value = { what: "saved", name: added ? nameOf(added) : "" };
    },
    keep() {
      const end = effect(() => {
        const values = Object.entries(typed).map(([name, { value }]) => [name, value]);
        void keepLast(Object.fromEntries(values) as Draft);
      });
      return () => {
        end();
        // Left by saving it or by going back; another tab, or the lock, is no reason to forget.
        if (codes.open.peek().at !== "add") void keepLast(null);
      };
    },
  };
}

const nothingTyped: Draft = {
  by: "link",
  link: "",
  secret: "",
  issuer: "",
  account: "",
  type: "totp",
  algorithm: "SHA1",
  digits: "6",
  period: "30",
  counter: "0",
};

const draftSaving = createSaving();
let lastKept: Promise<unknown> = Promise.resolve();

/** Whether what is typed could not be kept for when the window closes. */
export const draftNotKept: ReadonlySignal<boolean> = draftSaving.failed;

/** One after the other, so that the last is the one that stays. */
function keepLast(draft: Draft | null): Promise<unknown> {
  const isEmpty = !draft || (["link", "secret", "issuer", "account"] as const).every((name) => draft[name] === "");
  lastKept = lastKept.then(() => draftSaving.run(() => (isEmpty ? forgetDraft() : keepDraft(browserPlace, draft))));
  return lastKept;
}
