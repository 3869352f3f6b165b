import type { ThisBrowser } from "../../../shared/panel/this-browser.ts";
import { askExtension, type OpenLine } from "./ask.ts";
import { chromeLine, postedLine } from "./line.ts";

/**
 * This browser as an authenticator, by the extension in it: the first of `extensionIds` that answers this page, or the
 * one whose script is in it. Never resolves where there is none, which is how most browsers are.
 */
export async function findThisBrowser(extensionIds: readonly string[]): Promise<ThisBrowser> {
  const lines: OpenLine[] = [
    ...extensionIds.map((id) => (hear: Parameters<OpenLine>[0]) => chromeLine(id, hear)),
    postedLine,
  ];
  return await new Promise((resolve) => {
    for (const openLine of lines) {
      void askExtension({ ask: "are_you_there" }, openLine).then(({ answer }) => {
        if (answer === "here") resolve(byExtension(openLine));
      });
    }
  });
}

/** The page learns codes of the key that it hands over, and nothing else of the vault. */
function byExtension(openLine: OpenLine): ThisBrowser {
  return {
    async save({ id: methodId, uri }) {
      const said = await askExtension({ ask: "keep_key", methodId, uri }, openLine);
      if (said.answer !== "kept") return null;
      const { ticket, ...codes } = said.kept;
      return {
        codes,
        async undo() {
          await askExtension({ ask: "drop_key", ticket }, openLine);
        },
      };
    },
    holds: () => false,
    hasCodesOf: () => false,
    codeOf: async () => null,
    note: () => null,
  };
}
