import type { SourceFile } from "./source-file.ts";

/** Every circle of imports among `files`, each told once as `a -> b -> a`; imports of types count too. */
export function findImportCircles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const circles: string[] = [];

  function follow(path: string, trail: string[]): void {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      return;
    }
    if (finished.has(path)) return;
    for (const { to } of byPath.get(path)?.arrows ?? []) if (byPath.has(to)) follow(to, [...trail, path]);
    finished.add(path);
  }

  for (const { path } of files) follow(path, []);
  return circles;
}
