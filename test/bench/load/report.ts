import type { Mishap } from "../../support/resend-server.ts";
import { rounded } from "../statistics.ts";
import { markdownTable } from "../table.ts";
import type { FinalLook } from "./final-look.ts";
import type { LoadOptions } from "./options.ts";
import type { Journal, WrongAnswer } from "./people/journal.ts";

/** What was done in a run, and what was wrong. */
export interface LoadReport {
  date: string;
  seed: number;
  connections: number;
  faultRate: number;
  people: number;
  /** Of the traffic alone, without people moving in and the look at the end. */
  traffic: { answers: number; seconds: number; perSecond: number; minutesOfService: number };
  /** Answers of the whole run that were held against the model. */
  checked: number;
  byAnswer: Record<string, number>;
  /** Whole activities and mailboxes that were held against it too. */
  looks: number;
  atOnce: number;
  uncertain: number;
  faults: { roundTrips: number; databaseRefused: number; databaseLost: number; mail: Record<Mishap, number> };
  look: FinalLook;
  wrong: WrongAnswer[];
  /** What the service logged that no injected fault explains. */
  unexplained: string[];
}

/** All that a run left behind. */
export interface Outcome {
  options: LoadOptions;
  journal: Journal;
  traffic: { answers: number; seconds: number };
  look: FinalLook;
  people: number;
  mail: Record<Mishap, number>;
  database: unknown;
  log: readonly string[];
}

const explained = /D1_ERROR: Network connection lost\.|^mail [\w-]+ was (not sent|given up)/;

/** Makes the report of it. */
export function reportOf({ options, journal, traffic, look, people, mail, database, log }: Outcome): LoadReport {
  const { trips, refused, lost } = database as Record<"trips" | "refused" | "lost", number>;
  const { seed, connections, faultRate, speed } = options;
  const { answers, seconds } = traffic;
  return {
    date: new Date().toISOString().slice(0, 10),
    seed,
    connections,
    faultRate,
    people,
    traffic: {
      answers,
      seconds: rounded(seconds, 1),
      perSecond: rounded(answers / seconds, 1),
      minutesOfService: rounded((seconds * speed) / 60, 1),
    },
    checked: journal.answers,
    byAnswer: Object.fromEntries([...journal.checked].sort(([one], [other]) => (one < other ? -1 : 1))),
    looks: journal.looks,
    atOnce: journal.atOnce,
    uncertain: journal.uncertain,
    faults: { roundTrips: trips, databaseRefused: refused, databaseLost: lost, mail },
    look,
    wrong: journal.wrong,
    unexplained: log.filter((line) => !explained.test(line)),
  };
}

/** Whether nothing was wrong. */
export function isSound({ wrong, unexplained }: LoadReport): boolean {
  return wrong.length === 0 && unexplained.length === 0;
}

/** The report as tables in Markdown, with each wrong answer below. */
export function loadTable({ byAnswer, traffic, faults, look, wrong, ...report }: LoadReport): string {
  const { fault, cut, lost } = faults.mail;
  const totals: [string, string | number][] = [
    ["answers checked", report.checked],
    ["of them in the traffic", traffic.answers],
    ["whole activities and mailboxes checked", report.looks],
    ["a second", traffic.perSecond],
    ["minutes of the service's clock", traffic.minutesOfService],
    ["people", report.people],
    ["one-time things sent by two connections at once", report.atOnce],
    ["round trips to D1", faults.roundTrips],
    ["refused before they were made", faults.databaseRefused],
    ["made, and the answer lost", faults.databaseLost],
    ["mails answered with 500, cut before, cut after", `${fault}, ${cut}, ${lost}`],
    [
      "accounts looked at whole, gone, closed",
      `${look.accounts.whole}, ${look.accounts.gone}, ${look.accounts.closed}`,
    ],
    ["security mails, each delivered once", look.mails],
    ["wrong answers", wrong.length],
    ["unexplained lines in the log", report.unexplained.length],
  ];
  return [
    markdownTable(
      ["answer", "checked"],
      Object.entries(byAnswer).map(([name, count]) => [name, `${count}`]),
    ),
    markdownTable(
      [`seed ${report.seed}`, ""],
      totals.map(([name, value]) => [name, `${value}`]),
    ),
    ...wrong.map(inWords),
    ...report.unexplained,
  ].join("\n\n");
}

function inWords({ person, request, answered, expected, trail }: WrongAnswer): string {
  const before = trail.map((line) => `    ${line}`).join("\n");
  return `WRONG, to ${person}: ${request}\n  answered ${answered}\n  right would be: ${expected.join("; or ")}\n  before:\n${before}`;
}
