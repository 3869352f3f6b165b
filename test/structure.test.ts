import { dirname, parse } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { findFolderCircles, findImportCircles } from "./support/import-circle.ts";
import { arrowsOf, pathsOf, places, teach } from "./support/lesson.ts";
import { findFiles, readSource, readText, type SourceFile } from "./support/source-file.ts";
import { tableOwners, tablesWritten } from "./support/table-owner.ts";

/** Files of more than 200 lines, each with its reason. */
const longFiles: Record<string, string> = {
  "test/conformance/basic-op.test.ts": "the modules of one plan, each in full",
  "test/conformance/refresh-token.test.ts": "everything that a refresh token may meet, in one list",
  "test/openapi/calls.ts": "one call for each answer that no flow comes by, in one list",
  "test/promises/budgets.test.ts": "the promises G6 and G8, each in full",
  "test/promises/codes.test.ts": "the promises C1 to C6, each in full",
  "test/promises/limit-edges.test.ts": "every limit of the contract, in one table",
  "test/promises/faults.test.ts": "every flow, with every part that it rests on failing",
  "test/promises/guessing-passwords.test.ts": "the promises G2 and G3, each in full",
  "test/promises/guessing.test.ts": "the promise G1 in full",
  "test/promises/links.test.ts": "the promise G5 in full",
  "test/promises/reset.test.ts": "the promise S3 in full",
  "test/promises/recovery-undoes.test.ts": "what the promise S10 suspends and offers back, each sentence of it",
  "test/promises/rights.test.ts": "the promise S4b for every route, in one table",
  "test/promises/sessions.test.ts": "the promises S1 to S9, each in full",
  "test/worker/passkey/routes.test.ts": "every route of passkeys, in one account's order",
  "worker/account/store.ts": "every statement on accounts, with what is read along",
  "shared/contract/client.ts": "one method for each route, in one list",
  "shared/locales/en/panel.ts": "every word of the panel, in one place",
  "shared/locales/es/panel.ts": "the same in Spanish",
  "shared/locales/en/pages.ts": "every word of the hosted pages, in one place",
  "shared/locales/es/pages.ts": "the same in Spanish",
  "test/shared/panel/visit.test.ts": "every module of the panel that waits for an answer, in one list",
  "test/support/begun.ts": "everything that may have begun before a change, in one list",
  "test/support/flows.ts": "every flow that changes an account, in one list",
  "test/gallery/pages/service.ts": "everything that the service answers the pages of the gallery, in one place",
  "worker/email-code/store.ts": "every statement on codes by e-mail",
  "worker/oidc/store.ts": "every statement on the one table of codes",
  "worker/oidc/family/store.ts": "every statement on the one table of refresh tokens",
  "worker/totp/store.ts": "every statement on the one table of apps",
  "worker/environment.ts": "every setting, with the rule that it has to keep",
  "worker/set-aside/store.ts": "every statement on what is set aside, and how the row of each kind is read",
  "worker/operator/store.ts": "every statement on keys and on the log of their calls",
  "worker/mail/store.ts": "every statement on the one table of mails, those that wait and those that count",
  "worker/session/store.ts": "every statement on the one table of sessions",
  "test/structure.test.ts": "every rule of the house on one page",
};

/** Features that conduct others: what they do is decided by several of them together. */
const conductors = [
  "sign-up",
  "sign-in",
  "step-up",
  "account-settings",
  "two-factor",
  "password-reset",
  "not-me",
  "admin",
  "user-import",
];

/** Files that are one table of what others do, in one place. */
const tables = ["worker/ends.ts", "worker/scheduled.ts", "worker/clean-up.ts"];

/** The statement that whatever an operator does has in its batch: the line of the log. */
const statementOfAll: Record<string, string> = { "worker/operator/store.ts": "noteDone" };

/** Stores whose rows another feature makes and carries out, and which feature that is. */
const rowsConductedBy: Record<string, string[]> = {
  "worker/logout/store.ts": ["oidc"],
  "worker/pending-sign-in/store.ts": ["sign-in"],
  "worker/waiting/deletion/store.ts": ["account-settings"],
  "worker/waiting/email-change/store.ts": ["account-settings"],
  "worker/waiting/password-reset/store.ts": ["password-reset", "sign-in"],
  "worker/waiting/two-factor-reset/store.ts": ["two-factor"],
};

const notFeatures = ["http", "crypto", "migrations", "pages"];

const files = findFiles("{worker,shared,extension,scripts,test}/**/*.{ts,tsx}", "*.ts")
  .filter((path) => !path.startsWith("test/data/"))
  .map(readSource);
const inside = (...folders: string[]) =>
  files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
const product = inside("worker", "shared", "extension");
const features = inside("worker").filter(
  ({ path }) => !notFeatures.includes(folderOf(path)) && path.split("/").length > 2,
);

describe("names", () => {
  it("are kebab-case", () => {
    const paths = findFiles("{worker,shared,extension,scripts,test}/**/*").filter(
      (path) => !/^test\/(data|e2e\/screens)\//.test(path),
    );
    const wrong = paths.filter(
      (path) => !path.split("/").every((part) => /^\d{4}_[a-z0-9_-]+\.sql$|^[a-z0-9]+([.-][a-z0-9]+)*$/.test(part)),
    );
    teach(wrong, "Name files and folders in small letters with hyphens: `email-code`, `next-step.ts`.");
  });

  it("say what a thing does", () => {
    const wrong = product.filter(({ path }) => /\b(utils?|helpers?|misc|common|services?|managers?)\b/.test(path));
    teach(
      pathsOf(wrong),
      "Name a file for its one verb or noun, and put it beside what uses it; a drawer for odds and ends has no home here.",
    );
  });

  it("have no barrels behind them", () => {
    // A package has one door by its nature: shared/client/index.ts is what `import "latchkey-client"` finds.
    const isEntry = (path: string) =>
      ["worker/index.ts", "shared/client/index.ts"].includes(path) || path.startsWith("extension/entrypoints/");
    const wrong = files.filter(
      ({ path, isBarrel }) => !isEntry(path) && (isBarrel || /^index\./.test(parse(path).base)),
    );
    teach(
      pathsOf(wrong),
      "Import each thing from the file that defines it; a file that only passes on hides where things are.",
    );
  });

  it("are given to every export", () => {
    const demanded =
      /^worker\/index\.ts$|^test\/bench\/servers\/(latchkey|load)\.ts$|^worker\/mail\/no-incoming-mail\.ts$|^extension\/entrypoints\/|\.config\.ts$/;
    const wrong = files.filter(({ path, hasDefaultExport }) => hasDefaultExport && !demanded.test(path));
    teach(pathsOf(wrong), "Export it by name; default exports are for frameworks that demand one.");
  });

  it("of tests mirror the source", () => {
    const sources = findFiles("{worker,shared,extension,scripts}/**");
    const wrong = findFiles("test/{worker,shared,extension,scripts}/**/*.test.{ts,tsx}").filter((path) => {
      const source = path.replace(/^test\//, "").replace(/\.test\.tsx?$/, "");
      return ![source, `${source}.ts`, `${source}.tsx`].some((each) => sources.includes(each));
    });
    teach(
      wrong,
      "test/worker/x/y.test.ts tests worker/x/y.ts, or the folder worker/x/y. Promises go to test/promises, journeys to test/e2e.",
    );
  });
});

describe("arrows", () => {
  it("lead from the worker and the extension to what they share, and never back or across", () => {
    const forbidden: Record<string, RegExp> = {
      shared: /^(worker|extension)\//,
      worker: /^extension\//,
      extension: /^worker\//,
    };
    const wrong = arrowsOf(product, ({ path }, { to, typeOnly }) => {
      const isTheClientsType = path === "shared/contract/client.ts" && to === "worker/api-type.ts" && typeOnly;
      return !isTheClientsType && (forbidden[path.split("/")[0] ?? ""]?.test(to) ?? false);
    });
    teach(wrong, "Move what both need into shared/, or go through the contract.");
  });

  it("keep shared/ free of any one platform", () => {
    const wrong = arrowsOf(inside("shared"), (_, { to }) => /^(cloudflare:|node:|wxt|@cloudflare\/)/.test(to));
    const globals = inside("shared").filter(({ text }) =>
      /\b(browser|chrome)\.(storage|runtime|tabs|scripting|alarms)\b/.test(text),
    );
    teach([...wrong, ...pathsOf(globals)], "shared/ runs anywhere: take what the platform gives as an argument.");
  });

  it("keep the hosted pages apart from the worker's own code", () => {
    const wrong = arrowsOf(
      inside("worker/pages"),
      (_, { to }) => to.startsWith("worker/") && !to.startsWith("worker/pages/"),
    );
    teach(wrong, "Pages run in a browser: they import from shared/ and speak to the worker through the client.");
  });

  it("to a store come from its own folder, but for its guards, and its statements where they are conducted", () => {
    const kinds = new Map(
      files.filter(({ path }) => isStore(path)).map(({ path, text }) => [path, kindsOfStore(text)]),
    );
    const wrong = arrowsOf(files, ({ path }, { to, names }) => {
      if (!isStore(to) || dirname(path) === dirname(to) || isTest(path)) return false;
      const isConductor = conductors.includes(folderOf(path)) || tables.includes(path) || path.startsWith("scripts/");
      const isOfFeature = folderOf(path) === folderOf(to);
      const ownsRows = rowsConductedBy[to]?.includes(folderOf(path)) ?? false;
      const mayHave = (name: string, kind: string | undefined) =>
        ownsRows ||
        (kind === "statement" && (isConductor || isOfFeature || name === statementOfAll[to])) ||
        (kind === "guard" && path.startsWith("worker/")) ||
        (path === "worker/clean-up.ts" && name.startsWith("delete"));
      return names.length === 0 || !names.every((name) => mayHave(name, kinds.get(to)?.get(name)));
    });
    teach(
      wrong,
      "A guard decides nothing by itself, and a statement belongs to whoever conducts the batch. All else of a store is asked for by a verb of its feature: add the verb where it is missing.",
    );
  });

  it("to a store come from verbs, not from routes", () => {
    const wrong = arrowsOf(features, ({ path }, { to }) => path.endsWith("/routes.ts") && to.endsWith("/store.ts"));
    teach(wrong, "Let routes.ts call a verb and map its Outcome; the verb calls the store.");
  });

  it("to routes come from app.ts alone", () => {
    const wrong = arrowsOf(
      inside("worker"),
      ({ path }, { to }) => to.endsWith("/routes.ts") && path !== "worker/app.ts",
    );
    teach(wrong, "Only worker/app.ts mounts routes; call the verb behind the route instead.");
  });

  it("from rules reach nothing that reads or writes", () => {
    const touches =
      /^(hono|cloudflare:|node:|@cloudflare\/)|^worker\/(http\/(?!browser-name\.ts)|mail|world\.ts|guard\.ts)|\/(store|routes)\.ts$/;
    const rules = product.filter(({ path }) => path.endsWith("/rules.ts"));
    teach(
      arrowsOf(rules, (_, { to }) => touches.test(to)),
      "rules.ts is pure: hand it the values, and let the verb fetch them.",
    );
  });

  it("of a factor's verbs never reach the conductors", () => {
    const verbs = features.filter(({ path }) => {
      return !conductors.includes(folderOf(path)) && !path.endsWith("/routes.ts");
    });
    const wrong = arrowsOf(verbs, (_, { to }) => to.startsWith("worker/") && conductors.includes(folderOf(to)));
    teach(
      wrong,
      "A factor does not know what its proof is for: take what you need as an argument, or let sign-in, step-up or account call you.",
    );
  });

  it("make no circle", () => {
    teach(findImportCircles(files), "Move what both files need into a third one, or hand it over as an argument.");
  });

  it("make no circle between the worker's folders", () => {
    teach(
      findFolderCircles(files, "worker"),
      "Move what both folders need to the one below, or hand it over: rows that are not finished yet have a folder below whoever conducts them, and only conductors import ends.ts.",
    );
  });

  it("make no circle between the extension's folders", () => {
    teach(
      findFolderCircles(files, "extension"),
      "Move what both folders need to the one below, or hand it over: the ground of all screens is surface/, and only shell/ mounts them.",
    );
  });
});

describe("storage", () => {
  const owners = tableOwners();
  const sql = /\bSELECT\s|\bINSERT (OR \w+ )?INTO\b|\bUPDATE \w+\s+SET\b|\bDELETE FROM\b/;

  it("has an owner for every table", () => {
    const folders = new Set(features.map(({ path }) => folderOf(path)));
    const wrong = [...owners].filter(([, owner]) => owner === null || !folders.has(owner)).map(([table]) => table);
    teach(wrong, "Write `-- owner: <folder in worker/>` above the CREATE TABLE.");
  });

  it("speaks SQL in store.ts alone", () => {
    const wrong = product.filter(({ path }) => !path.endsWith("/store.ts"));
    teach(
      places(wrong, ({ strings }) => strings.filter(({ text }) => sql.test(text))),
      "Put the statement into the feature's store.ts, as a function that is one round trip.",
    );
  });

  it("is written by its owner alone", () => {
    const wrong = inside("worker").flatMap(({ path, strings }) =>
      strings
        .flatMap(({ text }) => tablesWritten(text))
        .filter((table) => owners.has(table) && owners.get(table) !== folderOf(path))
        .map((table) => `${path} writes ${table}, which ${owners.get(table)} owns`),
    );
    teach(wrong, "Ask the owner: call one of its verbs, and give it a Guard where both must happen together.");
  });

  it("gets sessions in one place (promise S2)", () => {
    const inserts = inside("worker").flatMap(({ path, strings }) =>
      strings.filter(({ text }) => /INTO sessions\b/.test(text)).map(() => path),
    );
    expect(inserts, "Every session is made by issueSession; sign in by calling it.").toEqual([
      "worker/session/store.ts",
    ]);
    const callers = files.filter(
      ({ path, text }) => /\binsertSession\(/.test(text) && path !== "worker/session/store.ts",
    );
    expect(pathsOf(callers), "Only issueSession may insert a session.").toEqual(["worker/session/issue.ts"]);
  });

  it("gives them to callers that are known, each of which asks for the second step that is due (promise S2)", () => {
    const callersOf = (path: string) =>
      pathsOf(inside("worker").filter(({ arrows }) => arrows.some(({ to, typeOnly }) => to === path && !typeOnly)));
    const lesson = "test/promises/second-step.test.ts tries every way to a session: add the new one there.";
    expect(callersOf("worker/session/issue.ts"), lesson).toEqual([
      "worker/sign-in/begin-session.ts",
      "worker/sign-up/verify.ts",
    ]);
    expect(callersOf("worker/sign-in/begin-session.ts"), lesson).toEqual([
      "worker/password-reset/at-once.ts",
      "worker/sign-in/complete-disputed.ts",
      "worker/sign-in/complete.ts",
      "worker/sign-in/start-by-passkey.ts",
      "worker/sign-in/start.ts",
    ]);
  });
});

describe("promises", () => {
  const rows = [...readText("docs/promises.md").matchAll(/^\| ([A-Z]\d) +\|.*\| ([^|]+) \|$/gm)];

  it("are all in docs/promises.md", () => {
    const numbers = { P: "12345", C: "12345678", G: "12345678", S: "123456789", E: "12345678", A: "1" };
    const all = Object.entries(numbers).flatMap(([letter, digits]) => [...digits].map((digit) => letter + digit));
    expect(rows.map(([, number]) => number)).toEqual(all);
  });

  it("are each shown by the tests that it names", () => {
    const wrong = rows.flatMap(([, number, shown = ""]) =>
      [...shown.matchAll(/`([^`]+)`/g)]
        .map(([, name]) => `test/${name}.test.ts`)
        .filter((path) => !new RegExp(`["'\`(]${number} |promise ${number}\\b`).test(readText(path)))
        .map((path) => `${number}: ${path}`),
    );
    teach(
      wrong,
      "Begin the test's name with the promise's number, or name the file that shows it in docs/promises.md.",
    );
  });
});

describe("files", () => {
  it("are short", () => {
    const long = files
      .filter(({ path, lines }) => lines > 200 && !longFiles[path])
      .map(({ path, lines }) => `${path} (${lines} lines)`);
    teach(long, "Split it by what it does, or give its reason in `longFiles`.");
  });

  it("escape neither the types nor the work", () => {
    const escapes = (file: SourceFile) => [
      ...file.anyAssertions,
      ...file.comments.filter(({ text }) => /@ts-(ignore|nocheck|expect-error)|\b(TODO|FIXME|XXX)\b/.test(text)),
    ];
    teach(
      places(files, escapes),
      "Say the true type (`unknown` and a check, or a cast to the one type it is), and finish the work or open an issue.",
    );
  });

  it("run every test", () => {
    const skipping = files.filter(
      ({ path, text }) => isTest(path) && /\.(skip|only|todo|skipIf|runIf|fails)\(/.test(text),
    );
    teach(pathsOf(skipping), "A test that does not run proves nothing: mend it or remove it.");
  });

  it("tell what their functions promise", () => {
    const silent = (file: SourceFile) => file.exportedFunctions.filter(({ hasDoc }) => !hasDoc);
    teach(places(product, silent), "Put one doc sentence above the export: what it guarantees, units, odd cases.");
  });

  it("never ask for every site", () => {
    const wrong = findFiles("{extension,shared,worker}/**/*.{ts,tsx,json,html}", "*.ts").filter((path) =>
      /<all_urls\s*>|["']\*:\/\/\*\/\*["']/.test(readText(path)),
    );
    teach(wrong, "Ask for activeTab, or for the one host when the person connects (promise E1).");
  });
});

function isStore(path: string): boolean {
  return path.endsWith("/store.ts");
}

/** What each function of a store makes: a guard (or a part of one, in SQL), a statement for somebody's batch, or it runs something itself. */
function kindsOfStore(text: string): Map<string, string> {
  const [, ...declared] = text.split(/^export (?:async )?function /m);
  return new Map(
    declared.map((each) => {
      const [, name = "", type = ""] = /^(\w+)[^{]*?\((?:.|\n)*?\): ([^{}]+) \{$/m.exec(each) ?? [];
      return [name, kindOfType(type)];
    }),
  );
}

function kindOfType(type: string): string {
  if (/^(Guard|Term|string)$/.test(type)) return "guard";
  return /^D1PreparedStatement(\[\])?$/.test(type) ? "statement" : "query";
}

/** The feature of a path in worker/: `email-code` of `worker/email-code/verify.ts`. */
function folderOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function isTest(path: string): boolean {
  return path.startsWith("test/");
}
