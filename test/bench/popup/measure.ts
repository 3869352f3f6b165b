import { median, quartiles } from "../statistics.ts";
import { startExtension, type Vault } from "./browser.ts";
import { type Opening, openPage } from "./open.ts";

/** What is opened: the popup, or the side panel, over a vault. */
export interface Shown extends Vault {
  page: "popup" | "sidepanel";
}

/** The page over its vault, and an empty page of an extension beside it: medians of each. */
export interface MeasuredPopup extends Shown {
  popup: Opening;
  empty: Opening;
  /** The popup's time as a multiple of the empty page's, in the same round. */
  ratio: { median: number; quartiles: [number, number] };
}

/** The first openings of a browser are slower for all pages alike. */
const warmUps = 3;

/** Opens the popup and an empty page in turn, so that whatever else the machine does falls on both. */
export async function measurePopup(shown: Shown, rounds: number): Promise<MeasuredPopup> {
  const extension = await startExtension(shown);
  try {
    const [popups, empties] = [[] as Opening[], [] as Opening[]];
    for (let round = -warmUps; round < rounds; round++) {
      const popup = await openPage(extension, `${shown.page}.html`);
      const empty = await openPage(extension, "empty.html");
      if (round < 0) continue;
      popups.push(popup);
      empties.push(empty);
    }
    const ratios = popups.map(({ ms }, round) => ms / (empties[round]?.ms ?? Number.NaN));
    return {
      ...shown,
      popup: middleOf(popups),
      empty: middleOf(empties),
      ratio: { median: median(ratios), quartiles: quartiles(ratios) },
    };
  } finally {
    await extension.stop();
  }
}

function middleOf(openings: readonly Opening[]): Opening {
  const of = (figure: keyof Opening) => median(openings.map((opening) => opening[figure]));
  return { ms: of("ms"), mebibytes: of("mebibytes"), kibibytes: of("kibibytes") };
}
