import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { commandsIn } from "../support/document-commands.ts";
import { teach } from "../support/lesson.ts";
import { findFiles, readText } from "../support/source-file.ts";

const documents = findFiles("*.md", "docs/**/*.md");

/** The anchors that a document's headings have on GitHub. */
function anchorsOf(markdown: string): string[] {
  const headings = [...markdown.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("documents", () => {
  it("link to files and headings that exist", () => {
    const wrong = documents.flatMap((path) =>
      // What stands in a code span is an example.
      [
        ...readText(path)
          .replace(/`[^`\n]*`/g, "")
          .matchAll(/\]\((?!https?:|mailto:)([^)\s]*)\)/g),
      ].flatMap(([, link = ""]) => {
        const [file = "", anchor] = link.split("#");
        const to = file ? normalize(join(dirname(path), file)) : path;
        const isThere = existsSync(to) && (!anchor || anchorsOf(readText(to)).includes(anchor));
        return isThere ? [] : [`${path} -> ${link}`];
      }),
    );
    teach(wrong, "Mend the link; an anchor is its heading in small letters with hyphens.");
  });

  it("name npm scripts that exist", () => {
    const wrong = documents.flatMap((path) => {
      const { blocks, inline } = commandsIn(readText(path));
      const named = [...blocks, ...inline].flatMap((line) => [...line.matchAll(/\bnpm run ([\w:-]+)/g)]);
      return named.filter(([, name = ""]) => !(name in packageJson.scripts)).map(([command]) => `${path}: ${command}`);
    });
    teach(wrong, "Name a script of package.json.");
  });

  it("name test files that exist", () => {
    const wrong = documents.flatMap((path) =>
      [...readText(path).matchAll(/\b(?:vitest run|node) ((?:test|scripts)\/[\w./-]+\.tsx?)/g)]
        .filter(([, file = ""]) => !existsSync(file))
        .map(([command]) => `${path}: ${command}`),
    );
    teach(wrong, "Name a file that is there.");
  });

  it("install nothing of ours from a registry, where it isn't published", () => {
    const ours = /\b(?:npm (?:i|install|add)|npx|pnpm add|yarn add)\s+(?:-\S+\s+)*latchkey[\w-]*(?=\s|`|$)/gm;
    const wrong = documents.flatMap((path) => [...readText(path).matchAll(ours)].map(([text]) => `${path}: ${text}`));
    teach(wrong, "Install the packed file of a release, or the folder .output/latchkey-client.");
  });

  it("are all linked from the README, so that they are found", () => {
    const readme = readText("README.md");
    const pages = findFiles("docs/*.md");
    expect(pages.filter((path) => !readme.includes(`](${path}`))).toEqual([]);
  });
});
