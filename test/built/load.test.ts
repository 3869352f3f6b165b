import { beforeAll, describe, expect, it } from "vitest";
import type { LoadReport } from "../bench/load/report.ts";
import { loadTable } from "../bench/load/report.ts";
import { runLoad } from "../bench/load/run.ts";
import { bundleServer } from "../bench/servers/bundle.ts";

describe("mixed traffic with 16 connections, while one in twenty round trips to D1 and mails fails", () => {
  let report: LoadReport;
  beforeAll(async () => {
    await bundleServer("load");
    report = await runLoad({
      connections: 16,
      people: 32,
      seed: 20_261_125,
      faultRate: 0.05,
      traffic: "everything",
      speed: 15,
      isDone: (answers) => answers >= 700,
      progress: () => {},
    });
  }, 240_000);

  it("is answered as the model of each person allows, to the last event and mail", () => {
    expect(report.wrong, loadTable(report)).toEqual([]);
    expect(report.unexplained).toEqual([]);
    expect(report.checked).toBeGreaterThan(1000);
    expect(report.look.accounts.whole).toBeGreaterThan(15);
    expect(report.look.mails).toBeGreaterThan(20);
  });

  it("met faults of every kind", () => {
    const { databaseRefused, databaseLost, mail } = report.faults;
    expect(databaseRefused).toBeGreaterThan(10);
    expect(databaseLost).toBeGreaterThan(10);
    expect(mail.fault + mail.cut + mail.lost).toBeGreaterThan(0);
    expect(report.atOnce).toBeGreaterThan(5);
    expect(report.uncertain).toBeGreaterThan(5);
  });
});
