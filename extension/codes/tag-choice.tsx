import type { CodesState } from "./state.ts";
import { codesWords } from "./words.ts";

/** The tags there are, to show the accounts of one alone; nothing where there is no tag. */
export function TagChoice({ codes }: { codes: CodesState }) {
  const tags = codes.tags.value;
  if (tags.length === 0) return null;
  const asked = codes.tag.value !== null && tags.includes(codes.tag.value) ? codes.tag.value : null;
  return (
    <fieldset class="tag-choice">
      <legend class="visually-hidden">{codesWords.tagChoice}</legend>
      {[null, ...tags].map((tag) => (
        <label key={tag}>
          <input
            class="visually-hidden"
            type="radio"
            name="tag"
            checked={asked === tag}
            onChange={() => {
              codes.tag.value = tag;
            }}
          />
          <span class="tag" title={tag ?? undefined}>
            {tag ?? codesWords.anyTag}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
