import { useSignal } from "@preact/signals";
import { Button } from "../../shared/ui/button.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import type { VaultEntry } from "../vault/entry.ts";
import { pinInVault } from "../vault/pin.ts";
import { browserPlace } from "../vault/place.ts";
import { tagInVault, typedTags } from "../vault/tag.ts";
import type { CodesState } from "./state.ts";
import { codesWords } from "./words.ts";

/** What makes one account quicker to find: a place at the top, and tags. */
export function PinAndTags({ codes, entry }: { codes: CodesState; entry: VaultEntry }) {
  const typed = useSignal((entry.tags ?? []).join(", "));
  const isPinned = entry.pinned === true;
  return (
    <form
      class="stack tight"
      onSubmit={async (event) => {
        event.preventDefault();
        const change = await tagInVault(browserPlace, new Date(), entry.id, typedTags(typed.value));
        if (codes.take(change)) codes.open.value = { at: "list" };
      }}
    >
      <TextField label={codesWords.tags} hint={codesWords.tagsHint} value={typed} autocomplete="off" />
      <div class="actions">
        <Button type="submit">{codesWords.saveTags}</Button>
        <Button
          onClick={async () => {
            if (!codes.take(await pinInVault(browserPlace, new Date(), entry.id, !isPinned))) return;
            codes.open.value = { at: "list" };
          }}
        >
          {isPinned ? codesWords.unpin : codesWords.pin}
        </Button>
        <Button
          onClick={() => {
            codes.open.value = { at: "qr", id: entry.id };
          }}
        >
          {codesWords.qr}
        </Button>
      </div>
    </form>
  );
}
