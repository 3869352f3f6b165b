import { type Banner, showBanner } from "./banner.ts";
import { placeOfField } from "./choose-place.ts";
import { fieldMark } from "./field-mark.ts";
import { lookAtFrame, type SeenFrame } from "./look-at-frame.ts";
import { answerBackground, askForCode, type CodeAsk } from "./page-messages.ts";
import { pointAtField } from "./point-at-field.ts";
import { putCode } from "./put-code.ts";

const saidMilliseconds = 4000;

/** Answers the background from inside a frame: looks at its fields, and fills the one code that it is given. */
export function answerInFrame(): void {
  let seen: SeenFrame | undefined;
  let pointing: AbortController | undefined;

  const fill = async (elements: HTMLInputElement[], ask: CodeAsk) => {
    const code = await askForCode(ask);
    return code !== null && elements.length > 0 && (await putCode(elements, code));
  };
  answerBackground({
    look() {
      seen = lookAtFrame();
      return seen.sight;
    },
    async put({ ticket, fields, told }) {
      const landed = await fill(
        fields.flatMap((index) => seen?.elements[index] ?? []),
        { codeFor: ticket },
      );
      sayFor(showBanner(landed ? told.filled : told.notTaken));
      return landed;
    },
    point({ ticket, digits, told }) {
      pointing?.abort();
      pointing = new AbortController();
      void point(pointing.signal, told.point, async (field) => {
        if (!field) {
          await askForCode({ codeFor: ticket, givenUp: true });
          return undefined;
        }
        const { sight, elements } = lookAtFrame();
        const at = elements.indexOf(field);
        const place = at < 0 ? [] : placeOfField(sight, at, digits);
        const first = sight.fields[place[0] ?? -1];
        const targets = place.length > 0 ? place.flatMap((index) => elements[index] ?? []) : [field];
        const landed = await fill(targets, { codeFor: ticket, ...(first ? { mark: fieldMark(first) } : {}) });
        return landed ? told.filled : told.notTaken;
      });
      return null;
    },
    stop() {
      pointing?.abort();
      return null;
    },
  });
}

type Take = (field: HTMLInputElement | undefined) => Promise<string | undefined>;

async function point(end: AbortSignal, text: string, take: Take): Promise<void> {
  // One banner for a page, in the page itself; its frames only listen.
  const banner = window === window.top ? showBanner(text) : undefined;
  const field = await pointAtField(end);
  banner?.remove();
  const said = end.aborted ? undefined : await take(field);
  if (said) sayFor(showBanner(said));
}

function sayFor(banner: Banner): void {
  setTimeout(banner.remove, saidMilliseconds);
}
