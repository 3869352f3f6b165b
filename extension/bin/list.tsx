import { useEffect, useState } from "preact/hooks";
import { useFocusWhenLost } from "../../shared/panel/focus.ts";
import { Button } from "../../shared/ui/button.tsx";
import { ConfirmDialog } from "../../shared/ui/confirm-dialog.tsx";
import { type BinnedEntry, namesOf } from "../vault/entry.ts";
import { type Bin, createBin, daysLeft, nameOf } from "./state.ts";
import { words } from "./words.ts";
import "../lock/lock.css";

/** What was removed in the last days, each to be put back or removed for good. */
export function BinList() {
  const [bin] = useState(createBin);
  useEffect(() => {
    void bin.load();
    return bin.watch();
  }, [bin]);
  const binned = bin.binned.value;
  const asked = bin.asked.value;
  const area = useFocusWhenLost<HTMLDivElement>(binned);
  return (
    <div class="bin" ref={area} tabIndex={-1}>
      <Lead binned={binned} />
      {Array.isArray(binned) && binned.length > 0 && (
        <ul class="binned" aria-label={words.title}>
          {binned.map((each) => (
            <Binned key={each.entry.id} binned={each} bin={bin} />
          ))}
        </ul>
      )}
      <div role="status" class="said">
        {bin.said.value && <p class="notice good">{bin.said.value}</p>}
      </div>
      {asked && <GoneForGood bin={bin} asked={asked} />}
    </div>
  );
}

function Lead({ binned }: { binned: Bin["binned"]["value"] }) {
  if (binned === null || binned === "closed") return null;
  if (binned === "locked") return <p>{words.locked}</p>;
  return <p>{binned.length === 0 ? words.empty : words.lead}</p>;
}

function Binned({ binned, bin }: { binned: BinnedEntry; bin: Bin }) {
  const { issuer, account } = namesOf(binned.entry);
  const name = nameOf(binned.entry);
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>{[issuer && account, words.left(daysLeft(binned, Date.now()))].filter(Boolean).join(" · ")}</small>
      </div>
      <div class="actions">
        <Button label={`${words.putBack}: ${name}`} onClick={() => void bin.putBack(binned)}>
          {words.putBack}
        </Button>
        <Button kind="danger" label={`${words.remove}: ${name}`} onClick={() => bin.ask(binned)}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}

function GoneForGood({ bin, asked }: { bin: Bin; asked: BinnedEntry }) {
  const { title, lead, action } = words.removeQuestion(nameOf(asked.entry));
  return (
    <ConfirmDialog
      title={title}
      keep={words.keep}
      action={action}
      onKeep={() => bin.ask(null)}
      onConfirm={() => bin.removeForGood(asked)}
    >
      <p>{lead}</p>
    </ConfirmDialog>
  );
}
