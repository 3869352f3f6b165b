import { useSignal } from "@preact/signals";
import { longDate } from "../../shared/locales/relative-time.ts";
import { Button } from "../../shared/ui/button.tsx";
import { ConfirmDialog } from "../../shared/ui/confirm-dialog.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { locale, words } from "../popup/words.ts";
import { nameOf, namesOf, type VaultEntry } from "../vault/entry.ts";
import { browserPlace } from "../vault/place.ts";
import { removeFromVault } from "../vault/remove.ts";
import { renameInVault } from "../vault/rename.ts";
import { PinAndTags } from "./pin-and-tags.tsx";
import type { CodesState } from "./state.ts";
import { SubScreen } from "./sub-screen.tsx";

interface EntryScreenProps {
  codes: CodesState;
  entry: VaultEntry;
}

/** One account: its names to change, what kind of key it has, and its removal. */
export function EntryScreen({ codes, entry }: EntryScreenProps) {
  const text = words.entry;
  const names = namesOf(entry);
  const issuer = useSignal(names.issuer);
  const account = useSignal(names.account);
  const isAsked = useSignal(false);
  const { key } = entry;

  const rename = async () => {
    const next = { issuer: issuer.value.trim(), account: account.value.trim() };
    if (codes.take(await renameInVault(browserPlace, new Date(), entry.id, next))) codes.open.value = { at: "list" };
  };
  const remove = async () => {
    const name = nameOf(entry);
    isAsked.value = false;
    if (!codes.take(await removeFromVault(browserPlace, new Date(), entry.id))) return;
    codes.open.value = { at: "list" };
    codes.said.value = { what: "removed", name };
  };

  return (
    <SubScreen title={nameOf(entry) || words.codes.noName} codes={codes}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextField label={words.add.site} value={issuer} autocomplete="off" />
        <TextField label={words.add.account} value={account} autocomplete="off" />
        <Button kind="primary" type="submit">
          {text.rename}
        </Button>
      </form>
      <PinAndTags codes={codes} entry={entry} />
      <p>
        {text.kind({
          ...key,
          algorithm: key.algorithm.replace("SHA", "SHA-"),
          period: key.type === "hotp" ? undefined : key.period,
        })}
        {" · "}
        {text.added(longDate(entry.addedAt, locale))}
      </p>
      <Button
        kind="danger"
        onClick={() => {
          isAsked.value = true;
        }}
      >
        {text.remove}
      </Button>
      {isAsked.value && (
        <RemovalDialog
          name={nameOf(entry) || words.codes.noName}
          onCancel={() => {
            isAsked.value = false;
          }}
          onRemove={() => void remove()}
        />
      )}
    </SubScreen>
  );
}

function RemovalDialog({ name, onCancel, onRemove }: { name: string; onCancel: () => void; onRemove: () => void }) {
  const { title, lead, action } = words.entry.removeQuestion(name);
  return (
    <ConfirmDialog title={title} keep={words.entry.cancel} action={action} onKeep={onCancel} onConfirm={onRemove}>
      <p>{lead}</p>
    </ConfirmDialog>
  );
}
