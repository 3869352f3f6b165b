import { describe, expect, it } from "vitest";
import { teach } from "../support/lesson.ts";
import { findFiles, type Piece, readSource, readText } from "../support/source-file.ts";

/** Constructions that a native speaker would not write, each with what to write instead. */
const constructions: [RegExp, string][] = [
  [/\b(?:who|what|which)ever\b/i, "anyone who, everything that, any"],
  [/\bshall\b/i, "must, will, should"],
  [/, for (?:it|they|he|she|we|you|what|who|nobody|nothing|everything|no|there) /, "because, since"],
  [/, else\b|\bor else\b/, "otherwise"],
  [/\bgood (?:for|once)\b/, "valid for, expires in, works once"],
  [/\bbeside\b/i, "next to, besides, as well as"],
  [/\bfrom now on\b/i, "nothing: the sentence says it already"],
  [/\bat once\b/i, "immediately, or simultaneously"],
  [/\banew\b/i, "again"],
  [/\bfor ever\b/i, "forever"],
  [/\b(?:is|are|be) worth\b/, "what it provides, its level"],
  [/\bthe way to\b/, "how to, or the place by its name"],
  // 'That is no link'; 'no longer' and 'there is no' are English.
  [/(?<!\bthere )\b(?:is|are|was) no (?!longer\b|later\b|more\b|less\b|older\b|newer\b)/i, "isn't a valid, isn't"],
  [/\b(?:bring|brings|bringing|brought)\b(?: \w+)? along\b/i, "import, migrate"],
  [/\banswers? (?=[`{\d])/, "returns"],
  [/—/, "a colon, a comma or two sentences"],
];

/** Figures of the benchmarks, in the words of the tables that the commands print. */
const printed = /^\| .*\|$/;

function faultsIn(path: string, pieces: Piece[]): string[] {
  return pieces.flatMap(({ text, line }) =>
    constructions.flatMap(([construction, instead]) => {
      const found = construction.exec(text)?.[0].trim();
      return found ? [`${path}:${line} "${found}": write ${instead}`] : [];
    }),
  );
}

/** The lines of a document without its code blocks. Code spans stay, for what they follow counts. */
function proseOf(path: string): Piece[] {
  const withoutCode = readText(path).replace(/^ *```[\s\S]*?^ *```$/gm, (block) => block.replace(/[^\n]/g, ""));
  return withoutCode
    .split("\n")
    .map((text, place) => ({ text, line: place + 1 }))
    .filter(({ text }) => !(/^docs\/(benchmarks|scale)\.md$/.test(path) && printed.test(text)));
}

const lesson = "Say it in plain words; test/docs/words.test.ts has what to write instead.";

describe("words", () => {
  it("of the documents are plain", () => {
    const documents = findFiles("*.md", "docs/*.md", ".github/**/*.md");
    expect(documents.length).toBeGreaterThan(20);
    teach(
      documents.flatMap((path) => faultsIn(path, proseOf(path))),
      lesson,
    );
  });

  it("of the interface are plain", () => {
    const files = findFiles("shared/locales/en/*.ts").map(readSource);
    expect(files.length).toBeGreaterThan(20);
    teach(
      files.flatMap(({ path, strings, comments }) => faultsIn(path, [...strings, ...comments])),
      lesson,
    );
  });

  it("of the API are plain, in its descriptions and in the comments that editors show", () => {
    const files = findFiles("shared/{client,contract}/**/*.ts").map(readSource);
    expect(files.length).toBeGreaterThan(50);
    teach(
      files.flatMap(({ path, strings, comments }) => faultsIn(path, [...strings, ...comments])),
      lesson,
    );
  });
});
