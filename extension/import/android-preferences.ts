import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { childrenOf, readXml } from "./xml.ts";

/**
 * The texts of an Android app's preferences (SharedPreferences in XML) by their names. Every app keeps its own so: whose
 * they are is said by the names alone. `damaged`: the file is nothing of that kind.
 */
export function readPreferences(text: string | undefined): Outcome<ReadonlyMap<string, string>, "damaged"> {
  if (text === undefined || !/^\s*(?:<\?xml[^>]*>)?\s*<map[\s>]/.test(text.slice(0, 1000))) return fail("damaged");
  const xml = readXml(text);
  if (!xml.ok || xml.value.name !== "map") return fail("damaged");
  return ok(new Map(childrenOf(xml.value, "string").map((each) => [each.attributes.get("name") ?? "", each.text])));
}

/** The preference of the first of `names` that is there; undefined where none is, or the file is of another kind. */
export function preferenceOf(text: string | undefined, ...names: string[]): string | undefined {
  const preferences = readPreferences(text);
  if (!preferences.ok) return undefined;
  return names.map((name) => preferences.value.get(name)).find((value) => value !== undefined);
}
