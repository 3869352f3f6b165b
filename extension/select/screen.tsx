import { useEffect, useState } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { loadIcons } from "../codes/icons-state.ts";
import { PickAll, PickRow } from "../codes/pick-row.tsx";
import type { CodesState } from "../codes/state.ts";
import { Tile } from "../codes/tile.tsx";
import { DeleteQuestion } from "../entry/question.tsx";
import { entryWords } from "../entry/words.ts";
import { SubScreen } from "../surface/sub-screen.tsx";
import { words } from "../surface/words.ts";
import { nameOf, namesOf } from "../vault/entry.ts";
import { createSelection, type Selection } from "./state.ts";
import { TagQuestion } from "./tag-question.tsx";

/** The codes to be selected, and what is done with all that are: moved, tagged, exported or deleted. */
export function SelectScreen({ codes }: { codes: CodesState }) {
  const [selection] = useState(() => createSelection(codes));
  useEffect(loadIcons, []);
  const { shown, chosen, query } = selection;
  const ids = new Set(chosen.value.map(({ id }) => id));
  const count = words.codes.search(shown.value.length);
  return (
    <SubScreen title={entryWords.select.title} codes={codes}>
      <div class="pick-search">
        <input
          class="input"
          type="search"
          aria-label={count}
          placeholder={count}
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
      </div>
      <div class="pick-list">
        <PickAll
          count={shown.value.filter(({ id }) => ids.has(id)).length}
          of={shown.value.length}
          said={entryWords.select.count(ids.size)}
          label={entryWords.select.all}
          onChoose={selection.chooseAll}
        />
        <ul aria-label={entryWords.select.list}>
          {shown.value.map((entry) => {
            const { issuer, account } = namesOf(entry);
            return (
              <PickRow
                key={entry.id}
                name={issuer || account || words.codes.noName}
                account={issuer && account}
                tile={<Tile entry={entry} />}
                isChosen={ids.has(entry.id)}
                onChoose={(isChosen) => selection.choose(entry, isChosen)}
              />
            );
          })}
        </ul>
      </div>
      <SelectionBar selection={selection} />
      <Question selection={selection} />
    </SubScreen>
  );
}

function SelectionBar({ selection }: { selection: Selection }) {
  const { select } = entryWords;
  if (selection.chosen.value.length === 0) return <p class="sticky-bar">{select.none}</p>;
  return (
    <div class="sticky-bar">
      <Button onClick={() => void selection.moveTo("top")}>{select.toTop}</Button>
      <Button onClick={() => void selection.moveTo("bottom")}>{select.toBottom}</Button>
      <Button
        onClick={() => {
          selection.asked.value = "tag";
        }}
      >
        {select.tag}
      </Button>
      <Button onClick={() => void selection.exportThese()}>{select.export}</Button>
      <Button
        kind="danger"
        onClick={() => {
          selection.asked.value = "delete";
        }}
      >
        {select.delete}
      </Button>
    </div>
  );
}

function Question({ selection }: { selection: Selection }) {
  const { asked, chosen } = selection;
  const [first] = chosen.value;
  const cancel = () => {
    asked.value = null;
  };
  if (!first || asked.value === null) return null;
  if (asked.value === "tag") return <TagQuestion selection={selection} onCancel={cancel} />;
  const name = nameOf(first) || words.codes.noName;
  return <DeleteQuestion count={chosen.value.length} name={name} onCancel={cancel} onDelete={selection.remove} />;
}
