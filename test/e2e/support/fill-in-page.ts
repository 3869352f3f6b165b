import { choosePlace } from "../../../extension/fill/choose-place.ts";
import { lookAtFrame } from "../../../extension/fill/look-at-frame.ts";
import { putCode } from "../../../extension/fill/put-code.ts";
import { type TypedInto, textIn } from "../../../extension/fill/typed-into.ts";

/** The fields that a code of so many digits goes into, by name or id, or why the person has to point. */
export function choose(digits: number): string[] | string {
  const chosen = chosenIn(digits);
  return typeof chosen === "string" ? chosen : chosen.map((field) => field.getAttribute("name") ?? field.id);
}

/** Fills a code where it is chosen, as the script in a frame does. */
export async function fill(code: string): Promise<{ typed: string[]; landed: boolean }> {
  const chosen = chosenIn(code.length);
  if (typeof chosen === "string") return { typed: [], landed: false };
  const { elements } = lookAtFrame();
  const places = chosen.map((field) => elements.indexOf(field));
  const current = () => (chosen.every(({ isConnected }) => isConnected) ? chosen : lookAgain(places));
  const landed = await putCode(current, code);
  return { typed: current().map(textIn), landed };
}

function chosenIn(digits: number): TypedInto[] | string {
  const { sight, elements } = lookAtFrame();
  const choice = choosePlace([sight], digits);
  return choice.at === "point" ? choice.why : choice.place.fields.flatMap((index) => elements[index] ?? []);
}

function lookAgain(places: number[]): TypedInto[] {
  const { elements } = lookAtFrame();
  return places.flatMap((place) => elements[place] ?? []);
}
