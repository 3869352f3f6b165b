import { fieldMark } from "./field-mark.ts";
import { rowsFor } from "./rows.ts";
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
  /** The frame in which they asked on the field that has the focus, by its place among the frames. */
  onField?: number;
}

/**
 * Chooses among the frames of one site, the page itself first; nothing is chosen while it stays ambiguous, and what holds
 * something is chosen by the person alone: where they asked on the very field, they have.
 */
export function choosePlace(frames: FrameSight[], digits: number, told: Told = {}): Choice {
  const asked = told.onField === undefined ? undefined : focusedPlace(frames, told.onField, digits);
  if (asked) return { at: "place", place: asked };
  const remembered = told.mark === undefined ? [] : markedPlaces(frames, told.mark, digits);
  if (remembered.length === 1 && remembered[0]) return { at: "place", place: remembered[0] };

  const places = frames.flatMap((sight, frame) => findPlaces(sight, digits).map((place) => ({ ...place, frame })));
  const sure = places.filter((place) => place.tier === "sure" && isEmpty(frames, place));
  const most = Math.max(...sure.map(({ weight }) => weight));
  const best = sure.filter(({ weight }) => weight === most);
  const one = only(best) ?? only(best.filter((place) => isFocused(frames, place)));
  if (one) return { at: "place", place: { frame: one.frame, fields: one.fields } };
  if (best.length > 1) return { at: "point", why: "many" };
  const has = (...tiers: Place["tier"][]) => places.some(({ tier }) => tiers.includes(tier));
  return { at: "point", why: has("message") ? "message" : has("ambiguous", "sure") ? "ambiguous" : "nothing" };
}

/** The place of a field that was pointed at: its row where it is in one. Pointing outweighs every rule. */
export function placeOfField(frame: FrameSight, field: number, digits: number): number[] {
  return rowsFor(frame.fields, digits).find((row) => row.includes(field)) ?? [field];
}

function focusedPlace(frames: FrameSight[], frame: number, digits: number): ChosenPlace | undefined {
  const sight = frames[frame];
  const field = sight?.fields.findIndex(({ focused }) => focused) ?? -1;
  return sight && field >= 0 ? { frame, fields: placeOfField(sight, field, digits) } : undefined;
}

/** The empty places of fields with a mark; boxes that are alike are one place. */
function markedPlaces(frames: FrameSight[], mark: string, digits: number): ChosenPlace[] {
  const found = frames.flatMap((sight, frame) =>
    sight.fields.flatMap((field, index) =>
      fieldMark(field) === mark ? [{ frame, fields: placeOfField(sight, index, digits) }] : [],
    ),
  );
  const places = [...new Map(found.map((place) => [JSON.stringify(place), place])).values()];
  return places.filter((place) => isEmpty(frames, place));
}

function isEmpty(frames: FrameSight[], { frame, fields }: ChosenPlace): boolean {
  return fields.every((index) => frames[frame]?.fields[index]?.empty);
}

function isFocused(frames: FrameSight[], { frame, fields }: ChosenPlace): boolean {
  return fields.some((index) => frames[frame]?.fields[index]?.focused);
}

function only<Value>(values: Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}
