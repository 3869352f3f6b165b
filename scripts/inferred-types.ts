import { join } from "node:path";
import { API, type Checker, SymbolFlags, type Type } from "typescript/unstable/sync";
import { repository } from "./run-tool.ts";

/** NodeBuilderFlags.NoTruncation of the compiler. */
const untruncated = 1;

/**
 * Types that follow from schemas and values, written out as the compiler sees them: the docs of their members stay, and
 * where one holds another it says its name. `paths` says which file of ours each is of. Takes a few seconds.
 */
export function writeInferredTypes(configuration: string, paths: ReadonlyMap<string, string>): Map<string, string> {
  const api = new API({ cwd: repository });
  try {
    const [project] = api.updateSnapshot({ openProjects: [join(repository, configuration)] }).getProjects();
    if (!project) throw new Error(`${configuration} has no project.`);
    const { checker, program } = project;
    const typeOf = (name: string, path: string): Type => {
      const file = program.getSourceFile(join(repository, path));
      const module = file && checker.getSymbolAtLocation(file);
      const symbol = module && checker.getExportsOfModule(module).find((each) => each.name === name);
      if (!symbol) throw new Error(`${path} exports no ${name}.`);
      return checker.getDeclaredTypeOfSymbol(symbol);
    };
    const types = new Map([...paths].map(([name, path]) => [name, typeOf(name, path)]));
    return new Map([...types].map(([name, type]) => [name, writerFor(checker, types, name)(type)]));
  } finally {
    api.close();
  }
}

/** Writes types out in the names of all but `own`, which is being defined. */
function writerFor(checker: Checker, types: ReadonlyMap<string, Type>, own: string): (type: Type) => string {
  const textOf = (type: Type) => checker.typeToString(type, undefined, untruncated);
  // The longest first, so that what holds others goes before what it holds.
  const known = [...types]
    .map(([name, type]) => ({ name, text: textOf(type) }))
    .filter(({ name, text }) => name !== own && text !== name)
    .sort((a, b) => b.text.length - a.text.length);

  const write = (type: Type): string => {
    const text = textOf(type);
    const name = known.find((each) => each.text === text)?.name;
    if (name) return name;
    if (checker.isArrayType(type) && type.isTypeReference()) {
      const item = checker.getTypeArguments(type).map(write).join();
      return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
    }
    if (type.isUnionType() && type.getTypes().some((each) => each.isObjectType())) {
      // `undefined` last, where a member that may be missing is rid of it.
      const parts = type.getTypes().map(write);
      return [...parts.filter((part) => part !== "undefined"), ...parts.filter((part) => part === "undefined")].join(
        " | ",
      );
    }
    const members = text.startsWith("{") ? checker.getPropertiesOfType(type) : [];
    if (members.length === 0) return inNames(text);
    const lines = members.map((member) => {
      const doc = checker.getDocumentationCommentOfSymbol(member);
      const isOptional = (member.flags & SymbolFlags.Optional) !== 0;
      const value = write(checker.getTypeOfSymbol(member) ?? checker.getUnknownType());
      const declared = isOptional
        ? `${member.name}?: ${value.replace(/ \| undefined$/, "")}`
        : `${member.name}: ${value}`;
      return `${doc ? `/** ${doc} */\n` : ""}${declared};`;
    });
    return `{\n${lines.join("\n")}\n}`;
  };
  const inNames = (text: string) =>
    known
      .filter((each) => each.text.startsWith("{"))
      .reduce((soFar, each) => soFar.replaceAll(each.text, each.name), text)
      .replace(/\?: ([^;,()]+?) \| undefined(?=[;,)])/g, "?: $1");
  return write;
}
