import { fieldMark } from "./field-mark.ts";
import { findPlaces, type Place } from "./rules.ts";
import type { FrameSight } from "./sight.ts";

/** A place for a code in one of a page's frames. */
export interface ChosenPlace {
  frame: number;
  fields: number[];
}

/**
 * Where a code goes, or why the person has to point. `many`: several fields would do. `ambiguous`: nothing says enough.
 * `message`: the page asks for a code that it sent. `nothing`: there is no field for a code.
 */
export type Choice =
  | { at: "place"; place: ChosenPlace }
  | { at: "point"; why: "many" | "ambiguous" | "message" | "nothing" };

/** What the person has said already. */
export interface Told {
  /** The mark of the field that was pointed at on this site before. */
  mark?: string;
  /** Whether they asked on the field that has the focus. */
  onField?: boolean;
}

/** Chooses among the frames of one site, the page itself first; nothing is chosen while it stays ambiguous. */
export function choosePlace(frames: FrameSight[], digits: number, told: Told = {}): Choice {
  const places = frames.flatMap(({ fields }, frame) =>
    findPlaces(fields, digits).map((place) => ({ ...place, frame, sights: fields })),
  );
  const at = ({ frame, fields }: ChosenPlace): Choice => ({ at: "place", place: { frame, fields } });
  const isFocused = ({ fields, frame }: ChosenPlace) =>
    fields.some((index) => frames[frame]?.fields[index]?.focused ?? false);

  const asked = told.onField && places.find((place) => isFocused(place) && place.tier !== "veto");
  if (asked) return at(asked);
  const remembered = told.mark === undefined ? [] : markedPlaces(frames, told.mark, digits);
  if (remembered.length === 1 && remembered[0]) return at(remembered[0]);

  const sure = places.filter(({ tier }) => tier === "sure");
  const empty = sure.filter(({ fields, sights }) => fields.every((index) => sights[index]?.empty));
  const one = only(sure) ?? only(sure.filter(isFocused)) ?? only(empty);
  if (one) return at(one);
  if (sure.length > 1) return { at: "point", why: "many" };
  const has = (tier: Place["tier"]) => places.some((place) => place.tier === tier);
  return { at: "point", why: has("message") ? "message" : has("ambiguous") ? "ambiguous" : "nothing" };
}

/** The place of a field that was pointed at: its row of boxes where it is in one. Pointing outweighs every rule. */
export function placeOfField(frame: FrameSight, field: number, digits: number): number[] {
  const row = findPlaces(frame.fields, digits).find(({ fields }) => fields.length > 1 && fields.includes(field));
  return row?.fields ?? [field];
}

/** The places of fields with a mark; boxes that are alike are one place. */
function markedPlaces(frames: FrameSight[], mark: string, digits: number): ChosenPlace[] {
  const found = frames.flatMap((sight, frame) =>
    sight.fields.flatMap((field, index) =>
      fieldMark(field) === mark ? [{ frame, fields: placeOfField(sight, index, digits) }] : [],
    ),
  );
  return [...new Map(found.map((place) => [JSON.stringify(place), place])).values()];
}

function only<Value>(values: Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}
