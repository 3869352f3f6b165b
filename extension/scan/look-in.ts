import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type Opening, pageInView } from "../surface/opening.ts";
import { capturePage } from "./capture-page.ts";
import { findCodes } from "./find-codes.ts";
import { pictureOf } from "./picture.ts";
import type { ScanSource } from "./source.ts";

/** Why there is no text to read. */
export type LookFailure =
  | "not_allowed"
  | "no_page"
  | "nothing_found"
  | "nothing_found_page"
  | "not_an_image"
  | "too_large"
  | "clipboard_empty"
  | "clipboard_refused";

/** The texts that a source holds: those of all QR codes of a picture, or the text as it is. */
export async function lookIn(
  source: Exclude<ScanSource, { from: "camera" }>,
  opening: Opening,
): Promise<Outcome<string[], LookFailure>> {
  switch (source.from) {
    case "text":
      return ok([source.text]);
    case "image":
      return await codesInImage(source.image);
    case "clipboard":
      return await lookInClipboard();
    case "page": {
      const page = await pageInView(opening);
      if (!page) return fail("no_page");
      const image = await capturePage(page.windowId);
      if (!image.ok) return image;
      const texts = await codesInImage(image.value);
      return texts.ok || texts.code !== "nothing_found" ? texts : fail("nothing_found_page");
    }
  }
}

/** The texts of all QR codes of a picture. */
export async function codesInImage(
  image: Blob,
): Promise<Outcome<string[], "not_an_image" | "too_large" | "nothing_found">> {
  const picture = await pictureOf(image);
  if (!picture.ok) return picture;
  const texts = await findCodes(picture.value);
  return texts.length > 0 ? ok(texts) : fail("nothing_found");
}

async function lookInClipboard(): Promise<Outcome<string[], LookFailure>> {
  let items: ClipboardItems;
  try {
    items = await navigator.clipboard.read();
  } catch {
    return fail("clipboard_refused");
  }
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith("image/"));
    if (type) return await codesInImage(await item.getType(type));
  }
  const item = items.find(({ types }) => types.includes("text/plain"));
  const text = item && (await (await item.getType("text/plain")).text());
  return text?.trim() ? ok([text]) : fail("clipboard_empty");
}
