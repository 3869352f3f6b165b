/** The commands of a document: whole lines of its `sh` blocks, and those in the running text. */
export interface DocumentCommands {
  blocks: string[];
  inline: string[];
}

const program = /^(?:[A-Z_]+=\S* )*(?:npm|npx|node|git|openssl) /;

/** Reads the commands out of a Markdown document. Comments in a block are left out. */
export function commandsIn(markdown: string): DocumentCommands {
  const fences = [...markdown.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)];
  const shells = fences.filter(([, language = ""]) => /^(sh|bash|shell|console)$/.test(language));
  const lines = shells.flatMap(([, , text = ""]) => text.replaceAll("\\\n", " ").split("\n"));
  const text = markdown.replace(/^ *```[\s\S]*?^ *```$/gm, "");
  return {
    blocks: lines.map((line) => line.replace(/ +# .*$/, "").trim()).filter((line) => line && !line.startsWith("#")),
    inline: [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code).filter((code) => program.test(code)),
  };
}
