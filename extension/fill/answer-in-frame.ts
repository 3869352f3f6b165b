import { type Banner, showBanner } from "./banner.ts";
import { placeOfField } from "./choose-place.ts";
import { fieldMark } from "./field-mark.ts";
import { lookAtFrame, type SeenFrame } from "./look-at-frame.ts";
import { answerBackground, askForCode, type CodeAsk } from "./page-messages.ts";
import { pointAtField } from "./point-at-field.ts";
import { putCode } from "./put-code.ts";
import { isEmpty, type TypedInto } from "./typed-into.ts";

const saidMilliseconds = 4000;

/** Answers the background from inside a frame: looks at its fields, and fills the one code that it is given. */
export function answerInFrame(): void {
  let seen: SeenFrame | undefined;
  let pointing: AbortController | undefined;

  answerBackground({
    look() {
      seen = lookAtFrame();
      return seen.sight;
    },
    async put({ ticket, fields, isAsked, told }) {
      const frame = seen;
      const elements = fields.flatMap((index) => frame?.elements[index] ?? []);
      // Something may have been entered since that look: only who asked on the field itself wants it replaced.
      const mayFill = elements.length > 0 && (isAsked || elements.every(isEmpty));
      const landed = frame !== undefined && mayFill && (await fill(frame, elements, { codeFor: ticket }));
      sayFor(showBanner(landed ? told.filled : told.notTaken));
      return landed;
    },
    point({ ticket, digits, told }) {
      pointing?.abort();
      pointing = new AbortController();
      void point(pointing.signal, told.point, async (field) => {
        if (!field) {
          await askForCode({ codeFor: ticket, givenUp: true }).catch(() => null);
          return undefined;
        }
        const frame = lookAtFrame();
        const at = frame.elements.indexOf(field);
        const place = at < 0 ? [] : placeOfField(frame.sight, at, digits);
        const first = frame.sight.fields[place[0] ?? -1];
        const targets = place.length > 0 ? place.flatMap((index) => frame.elements[index] ?? []) : [field];
        const mark = first ? { mark: fieldMark(first) } : {};
        return (await fill(frame, targets, { codeFor: ticket, ...mark })) ? told.filled : told.notTaken;
      });
      return null;
    },
    say({ text }) {
      sayFor(showBanner(text));
      return null;
    },
    stop() {
      pointing?.abort();
      return null;
    },
  });
}

async function fill(frame: SeenFrame, elements: TypedInto[], ask: CodeAsk): Promise<boolean> {
  // Where nobody answers, nothing is filled, and that is said.
  const code = await askForCode(ask).catch(() => null);
  return code !== null && (await putCode(currentElements(frame, elements), code));
}

/** The elements as they are now: a page may draw its fields anew while they are filled. None once its form is another. */
function currentElements(frame: SeenFrame, elements: TypedInto[]): () => TypedInto[] {
  const places = elements.map((element) => frame.elements.indexOf(element));
  let current = elements;
  return () => {
    if (current.every(({ isConnected }) => isConnected)) return current;
    const now = lookAtFrame().elements;
    current = now.length === frame.elements.length ? places.flatMap((at) => now[at] ?? []) : [];
    return current;
  };
}

type Take = (field: TypedInto | undefined) => Promise<string | undefined>;

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
