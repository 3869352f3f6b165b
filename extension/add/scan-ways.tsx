import { useRef } from "preact/hooks";
import { browser } from "wxt/browser";
import { Button } from "../../shared/ui/button.tsx";
import { addressOf, type Opening } from "../surface/opening.ts";
import { locale } from "../surface/words.ts";
import type { Scan, ScanProblem } from "./scan-state.ts";
import { scanWords } from "./scan-words.ts";

/** The ways to a code that is on a screen or in a picture, and why the last one brought nothing. */
export function ScanWays({ scan, opening, focusFirst }: { scan: Scan; opening: Opening; focusFirst: boolean }) {
  const view = scan.view.value;
  const isLooking = view.at === "looking";
  const hasPage = opening.surface !== "page";
  return (
    <div class="stack">
      <p>{hasPage ? scanWords.lead : scanWords.leadElsewhere}</p>
      {hasPage && (
        <Button
          kind="primary"
          wide
          focusFirst={focusFirst}
          busy={isLooking}
          onClick={() => void scan.look({ from: "page" })}
        >
          {isLooking ? scanWords.looking : scanWords.thisPage}
        </Button>
      )}
      <fieldset class="scan-ways">
        <legend class="visually-hidden">{scanWords.otherWays}</legend>
        <ImageButton scan={scan} opening={opening} />
        <Button onClick={() => void scan.look({ from: "clipboard" })}>{scanWords.clipboard}</Button>
        <Button onClick={() => void openCamera(scan, opening)}>{scanWords.camera}</Button>
      </fieldset>
      <div role="alert" lang={locale}>
        {view.at === "ready" && view.problem && <p class="notice warn">{sentence(view.problem)}</p>}
      </div>
    </div>
  );
}

function ImageButton({ scan, opening }: { scan: Scan; opening: Opening }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        onClick={() => {
          // Firefox closes a popup when the dialog for files opens, and the file would come to nobody.
          if (import.meta.env.FIREFOX && opening.surface === "popup") void openInTab("add");
          else input.current?.click();
        }}
      >
        {scanWords.image}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={scanWords.image}
        onChange={(event) => {
          const [image] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (image) void scan.look({ from: "image", image });
        }}
      />
    </>
  );
}

/** A popup closes when the browser asks about the camera, so that is done in a tab. */
async function openCamera(scan: Scan, opening: Opening): Promise<void> {
  if (opening.surface === "page") await scan.look({ from: "camera" });
  else await openInTab("camera");
}

async function openInTab(at: "add" | "camera"): Promise<void> {
  await browser.tabs.create({ url: addressOf({ surface: "page", at }) });
  window.close();
}

function sentence(problem: ScanProblem): string {
  return problem.code === "not_a_key" ? scanWords.problems.not_a_key(problem.start) : scanWords.problems[problem.code];
}
