import type { SourceFile } from "./source-file.ts";

/** Every circle of imports among `files`, each told once as `a -> b -> a`; imports of types count too. */
export function findImportCircles(files: readonly SourceFile[]): string[] {
  return findCircles(files).map((circle) => circle.join(" -> "));
}

function findCircles(files: readonly Pick<SourceFile, "path" | "arrows">[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const finished = new Set<string>();
  const circles: string[][] = [];

  function follow(path: string, trail: string[]): void {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    if (finished.has(path)) return;
    for (const { to } of byPath.get(path)?.arrows ?? []) if (byPath.has(to)) follow(to, [...trail, path]);
    finished.add(path);
  }

  for (const { path } of files) follow(path, []);
  return circles;
}

/**
 * Every circle of imports among the folders of one half of the product, each told once as `a -> b -> a`, with the import
 * that makes its first step. Imports of types alone and those of `routes.ts`, the top floor of its folder, do not count.
 */
export function findFolderCircles(files: readonly SourceFile[], half: string): string[] {
  // A file beside the folders counts as one of its own.
  const folderOf = (path: string) => (path.startsWith(`${half}/`) ? path.split("/")[1] : undefined);
  const steps = new Map<string, Map<string, string>>();
  for (const { path, arrows } of files) {
    const from = folderOf(path);
    if (!from || /\broutes\.ts$/.test(path)) continue;
    for (const { to, typeOnly } of arrows) {
      const into = folderOf(to);
      if (typeOnly || !into || into === from) continue;
      const known = steps.get(from) ?? new Map<string, string>();
      steps.set(from, known.set(into, known.get(into) ?? `${path} imports ${to}`));
    }
  }
  const asFiles = [...steps].map(([path, into]) => ({
    path,
    arrows: [...into.keys()].map((to) => ({ to, typeOnly: false, names: [] })),
  }));
  return findCircles(asFiles).map((circle) => {
    const [first = "", second = ""] = circle;
    return `${circle.join(" -> ")}: ${steps.get(first)?.get(second)}`;
  });
}
