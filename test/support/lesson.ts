import { expect } from "vitest";
import type { Arrow, Piece, SourceFile } from "./source-file.ts";

/** Fails with `lesson`, which says what to do instead, unless nothing is wrong. */
export function teach(wrong: string[], lesson: string): void {
  expect(wrong, lesson).toEqual([]);
}

/** The wrong arrows of some files, as `from -> to`. */
export function arrowsOf(from: SourceFile[], isWrong: (file: SourceFile, arrow: Arrow) => boolean): string[] {
  return from.flatMap((file) =>
    file.arrows.filter((arrow) => isWrong(file, arrow)).map(({ to }) => `${file.path} -> ${to}`),
  );
}

/** What `find` finds in some files, as `path:line text`. */
export function places(from: SourceFile[], find: (file: SourceFile) => Piece[]): string[] {
  return from.flatMap((file) => find(file).map(({ text, line }) => `${file.path}:${line} ${text.trim().slice(0, 60)}`));
}

/** The paths of some files. */
export function pathsOf(some: SourceFile[]): string[] {
  return some.map(({ path }) => path);
}
