import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "vite";

type Statement = ReturnType<typeof parseSync>["program"]["body"][number];
type Declaration = NonNullable<
  Extract<Statement, { type: "ExportNamedDeclaration" | "ExportDefaultDeclaration" }>["declaration"]
>;

/** One import or re-export: a path from the repository's root for a file of ours, else the package's name. */
export interface Arrow {
  to: string;
  typeOnly: boolean;
  /** What is imported by name, as the other file calls it. */
  names: string[];
}

/** A source file, and what the rules of the house look at in it. */
export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  arrows: Arrow[];
  /** Every string and template of the file as written, a template's values left out. */
  strings: Piece[];
  comments: Piece[];
  /** Where `any` is asserted. */
  anyAssertions: Piece[];
  /** Exported functions, with whether a doc comment stands directly above. */
  exportedFunctions: (Piece & { hasDoc: boolean })[];
  hasDefaultExport: boolean;
  /** It re-exports and does nothing else. */
  isBarrel: boolean;
}

/** A part of a file and the line that it begins on. */
export interface Piece {
  text: string;
  line: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The paths of files under the repository's root that match a pattern, from the root; packages are not ours. */
export function findFiles(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: ["**/node_modules"] }).sort();
}

/** The text of a file, by its path from the repository's root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Reads and parses one TypeScript file. Throws where it does not parse. */
export function readSource(path: string): SourceFile {
  const text = readText(path);
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);

  const piece = (start: number, content: string): Piece => ({
    text: content,
    line: text.slice(0, start).split("\n").length,
  });
  const strings: Piece[] = [];
  const anyAssertions: Piece[] = [];
  const arrows: Arrow[] = [];
  const arrow = (to: string, typeOnly: boolean, names: string[] = []) =>
    arrows.push({ to: resolveFrom(path, to), typeOnly, names });
  new Visitor({
    Literal(node) {
      if (typeof node.value === "string") strings.push(piece(node.start, node.value));
    },
    TemplateLiteral(node) {
      strings.push(piece(node.start, node.quasis.map(({ value }) => value.raw).join("…")));
    },
    TSAsExpression(node) {
      if (node.typeAnnotation.type === "TSAnyKeyword") anyAssertions.push(piece(node.start, "as any"));
    },
    ImportExpression(node) {
      if (node.source.type === "Literal") arrow(String(node.source.value), false);
    },
    TSImportType(node) {
      arrow(node.source.value, true);
    },
  }).visit(program);

  for (const { moduleRequest, entries } of module.staticImports) {
    const names = entries.flatMap(({ importName }) => importName.name ?? []);
    arrow(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType), names);
  }
  const exported = module.staticExports.flatMap(({ entries }) => entries);
  for (const { moduleRequest, isType } of exported) {
    if (moduleRequest) arrow(moduleRequest.value, isType);
  }

  const docEnds = comments.filter(({ type, value }) => type === "Block" && value.startsWith("*")).map(({ end }) => end);
  const hasDocAbove = (start: number) => docEnds.some((end) => end <= start && text.slice(end, start).trim() === "");
  const exportedFunctions = program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" && statement.type !== "ExportDefaultDeclaration") return [];
    const name = statement.declaration && nameOfFunction(statement.declaration);
    return name ? [{ ...piece(statement.start, name), hasDoc: hasDocAbove(statement.start) }] : [];
  });

  return {
    path,
    text,
    lines: text.trimEnd().split("\n").length,
    arrows,
    strings,
    comments: comments.map(({ start, value }) => piece(start, value)),
    anyAssertions,
    exportedFunctions,
    hasDefaultExport: exported.some(({ exportName }) => exportName.kind === "Default"),
    isBarrel: exported.length > 0 && program.body.every(passesOn),
  };
}

function passesOn(statement: Statement): boolean {
  if (statement.type === "ExportNamedDeclaration") return !statement.declaration;
  return statement.type === "ImportDeclaration" || statement.type === "ExportAllDeclaration";
}

function nameOfFunction(declaration: Declaration): string | undefined {
  if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") {
    return declaration.id?.name ?? "default";
  }
  if (declaration.type !== "VariableDeclaration") return undefined;
  const [first] = declaration.declarations;
  const isFunction = first?.init?.type === "ArrowFunctionExpression" || first?.init?.type === "FunctionExpression";
  return isFunction && first.id.type === "Identifier" ? first.id.name : undefined;
}

function resolveFrom(path: string, imported: string): string {
  return imported.startsWith(".") ? join(dirname(path), imported.replace(/\?.*$/, "")) : imported;
}
