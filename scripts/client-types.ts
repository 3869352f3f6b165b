import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "vite";
import { writeInferredTypes } from "./inferred-types.ts";
import { repository } from "./run-tool.ts";

type Statement = ReturnType<typeof parseSync>["program"]["body"][number];

/** A named type, class or function of our sources. */
interface Declaration {
  path: string;
  /** As a declaration file has it: without bodies. */
  text: string;
  /** The doc comment above it, with the line's end; empty where there is none. */
  doc: string;
  /** What the type is must be asked of the compiler: it follows from a schema or a value. */
  isInferred: boolean;
}

const entry = "shared/client/index.ts";

/**
 * All types of the package `latchkey-client` as one file that imports nothing: each declaration that its entry leads
 * to. A type that follows from a schema is written out, so that nobody needs the schema to read it.
 */
export function clientTypes(): string {
  const declarations = readDeclarations(entry);
  const inferred = [...declarations].filter(([, { isInferred }]) => isInferred);
  const paths = new Map(inferred.map(([name, { path }]) => [name, path]));
  const writtenOut = writeInferredTypes("shared/client/tsconfig.json", paths);
  const written = new Map<string, string>();
  const write = (name: string) => {
    const declaration = declarations.get(name);
    if (!declaration || written.has(name)) return;
    written.set(name, "");
    const text = declaration.isInferred ? `type ${name} = ${writtenOut.get(name)};` : declaration.text;
    for (const each of namesIn(text)) write(each);
    written.set(name, `${declaration.doc}export ${text}`);
  };
  for (const name of namesExportedBy(entry)) write(name);
  return `${[...written.values()].join("\n\n")}\n`;
}

function namesIn(text: string): Set<string> {
  return new Set(text.match(/\b[A-Z]\w+/g));
}

/** Every declaration of a file and of all files of ours that it imports, by name. Throws where two share one. */
function readDeclarations(first: string): Map<string, Declaration> {
  const declarations = new Map<string, Declaration>();
  const seen = new Set<string>();
  const read = (path: string) => {
    if (seen.has(path) || !path.startsWith("shared/")) return;
    seen.add(path);
    const source = readFileSync(join(repository, path), "utf8");
    const { program, comments, module } = parseSync(path, source);
    const docAbove = ({ start }: Statement) => {
      const comment = comments.findLast(({ end }) => end <= start);
      const isDoc = comment?.value.startsWith("*") && source.slice(comment.end, start).trim() === "";
      return comment && isDoc ? `${source.slice(comment.start, comment.end)}\n` : "";
    };
    for (const [index, statement] of program.body.entries()) {
      const found = declarationOf(statement, source);
      if (!found) continue;
      const { name, text } = found;
      if (declarations.has(name)) throw new Error(`${name} of ${path} needs a name of its own.`);
      const isInferred = /^type/.test(text) && /\b(InferOutput|ReturnType|typeof)\b/.test(text);
      // What a schema says of itself holds for the type that stands below it.
      const above = isInferred ? program.body[index - 1] : undefined;
      const doc = docAbove(statement) || (above ? docAbove(above) : "");
      declarations.set(name, { path, text, doc, isInferred });
    }
    const imported = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) => entries.flatMap((each) => each.moduleRequest?.value ?? [])),
    ];
    for (const each of imported) if (each.startsWith(".")) read(join(dirname(path), each));
  };
  read(first);
  return declarations;
}

function declarationOf(statement: Statement, source: string): { name: string; text: string } | undefined {
  const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (!node || !("id" in node) || node.id?.type !== "Identifier") return undefined;
  const { name } = node.id;
  const whole = source.slice(node.start, node.end);
  if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration") return { name, text: whole };
  if (node.type !== "FunctionDeclaration" && node.type !== "ClassDeclaration") return undefined;
  // Without bodies; the last one first, so that the places of the others stay.
  const bodies: { start: number; end: number }[] = [];
  if (node.type === "FunctionDeclaration" && node.body) bodies.push(node.body);
  if (node.type === "ClassDeclaration") {
    for (const member of node.body.body) {
      if (member.type === "MethodDefinition" && member.value.body) bodies.push(member.value.body);
    }
  }
  let text = whole;
  for (const { start, end } of bodies.sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, start - node.start).trimEnd()};${text.slice(end - node.start)}`;
  }
  return { name, text: `declare ${text.replace(/^async /, "")}` };
}

function namesExportedBy(path: string): string[] {
  const { module } = parseSync(path, readFileSync(join(repository, path), "utf8"));
  return module.staticExports.flatMap(({ entries }) => entries.flatMap(({ exportName }) => exportName.name ?? []));
}
