import { useComputed } from "@preact/signals";
import { useId } from "preact/hooks";
import { type Options, optionChoices } from "../options/rules.ts";
import { choiceNotSaved, choose, options } from "../options/state.ts";
import { NotSaved } from "../surface/not-saved.tsx";
import { optionWords } from "./options-words.ts";

type Named = "theme" | "language" | "startTab";
type Yes = "isCompact" | "hidesCodes" | "showsNext";

/** How the screens look and what they show, to be chosen. */
export function OptionsSection() {
  return (
    <section class="card">
      <h2>{optionWords.title}</h2>
      {(["theme", "language", "startTab"] as const).map((name) => (
        <Choice key={name} name={name} />
      ))}
      {(["hidesCodes", "isCompact", "showsNext"] as const).map((name) => (
        <Check key={name} name={name} />
      ))}
      <NotSaved failed={choiceNotSaved} />
    </section>
  );
}

function Choice<Name extends Named>({ name }: { name: Name }) {
  const id = useId();
  const value = useComputed(() => options.value[name]);
  return (
    <div class="field">
      <label for={id}>{optionWords[name].label}</label>
      <select
        id={id}
        class="input"
        value={value}
        onChange={async ({ currentTarget }) => {
          const chosen = optionChoices[name].find((each) => each === currentTarget.value);
          const isSaved = chosen !== undefined && (await choose({ [name]: chosen } as Partial<Options>));
          // It shows what is so, also where that was not saved.
          currentTarget.value = options.value[name];
          // Words are chosen once, as the window opens.
          if (isSaved && name === "language") location.reload();
        }}
      >
        {optionChoices[name].map((each) => (
          <option key={each} value={each}>
            {(optionWords[name].choices as Record<string, string>)[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Check({ name }: { name: Yes }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={options.value[name]}
        onChange={async ({ currentTarget }) => {
          await choose({ [name]: currentTarget.checked });
          currentTarget.checked = options.value[name];
        }}
      />
      {optionWords[name]}
    </label>
  );
}
