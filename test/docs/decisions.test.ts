import { basename } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { teach } from "../support/lesson.ts";
import { findFiles, readText } from "../support/source-file.ts";

const folder = "docs/decisions";
const index = readText(`${folder}/README.md`);
const decisions = findFiles(`${folder}/*.md`)
  .filter((path) => basename(path) !== "README.md")
  .map((path) => {
    const text = readText(path);
    return {
      path,
      text,
      number: /^\d{3}/.exec(basename(path))?.[0] ?? "",
      title: /^# \d{3} (.+)\n/.exec(text)?.[1],
      date: /^- Date: (\d{4}-\d{2}-\d{2})$/m.exec(text)?.[1],
      status: /^- Status: (accepted|partly overtaken|superseded)\b/m.exec(text)?.[1],
    };
  });

describe("decisions", () => {
  it("have a number of their own, in the name and in the title", () => {
    const numbers = decisions.map(({ number }) => number);
    const twice = numbers.filter((number, place) => numbers.indexOf(number) !== place);
    teach(twice, "Take the next free number; numbers are never used twice.");
    const wrong = decisions.filter(({ number, text }) => !text.startsWith(`# ${number} `));
    teach(
      wrong.map(({ path }) => path),
      "Begin with `# NNN A sentence that says the choice`, with the number of the file's name.",
    );
  });

  it("say their date and their status", () => {
    const wrong = decisions.filter(({ date, status }) => !date || !status);
    teach(
      wrong.map(({ path }) => path),
      "Write `- Date: 2026-11-30` and `- Status: accepted` below the title (or `partly overtaken by`, `superseded by`).",
    );
  });

  it("that are overtaken say by what", () => {
    const wrong = decisions.filter(
      ({ text, status }) => status !== "accepted" && !/^- Status: (partly overtaken|superseded)(:| by) ?\S/m.test(text),
    );
    teach(
      wrong.map(({ path }) => path),
      "Name the decision that overtakes it, with a link, or what has happened since.",
    );
  });

  it("are in the index, each with its title, date and status", () => {
    const lines = [...index.matchAll(/^- \[(\d{3})\]\(([^)]+)\) (.+) · (\S+) · (.+)$/gm)];
    expect(lines.map(([, number, file, title, date, status]) => ({ number, file, title, date, status }))).toEqual(
      decisions.map(({ number, path, title, date, status }) => ({ number, file: basename(path), title, date, status })),
    );
  });

  it("link to decisions that exist", () => {
    const names = decisions.map(({ path }) => basename(path));
    const wrong = decisions.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((\d{3}-[^)#]+)\)/g)]
        .filter(([, to = ""]) => !names.includes(to))
        .map(([, to]) => `${path} -> ${to}`),
    );
    teach(wrong, "Mend the link.");
  });
});
