import { describe, expect, it } from "vitest";
import { dayAndTime, longDate, relativeDay, relativeTime } from "../../../shared/locales/relative-time.ts";

const now = new Date(2026, 10, 24, 15, 30).getTime();
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const day = 24 * 60;

describe("relativeTime", () => {
  it.each([
    [0.5, "just now", "hace un momento"],
    [1, "1 minute ago", "hace 1 minuto"],
    [150, "2 hours ago", "hace 2 horas"],
    [day, "yesterday", "ayer"],
    [95 * day, "3 months ago", "hace 3 meses"],
    [800 * day, "2 years ago", "hace 2 años"],
  ])("%s minutes ago is %s, %s", (minutes, english, spanish) => {
    expect(relativeTime(ago(minutes), now, "en")).toBe(english);
    expect(relativeTime(ago(minutes), now, "es")).toBe(spanish);
  });

  it("takes what a clock ahead of this one says for just now", () => {
    expect(relativeTime(ago(-5), now, "en")).toBe("just now");
  });
});

describe("relativeDay", () => {
  it("goes by the calendar, not by 24 hours", () => {
    expect(relativeDay(ago(15 * 60), now, "en")).toBe("today");
    expect(relativeDay(ago(16 * 60), now, "en")).toBe("yesterday");
    expect(relativeDay(ago(2 * day + 16 * 60), now, "en")).toBe("3 days ago");
  });
});

describe("longDate", () => {
  it("is written as the language writes it", () => {
    expect(longDate(ago(0), "en")).toBe("November 24, 2026");
    expect(longDate(ago(0), "es")).toBe("24 de noviembre de 2026");
  });
});

describe("dayAndTime", () => {
  it("leaves the year out where it is this one", () => {
    const at = (year: number) => new Date(year, 10, 24, 9, 5).toISOString();
    expect(dayAndTime(at(2026), now, "en")).toMatch(/^November 24\D+9:05\sAM$/);
    expect(dayAndTime(at(2025), now, "en")).toMatch(/^November 24, 2025\D+9:05\sAM$/);
    expect(dayAndTime(at(2026), now, "es")).toMatch(/^24 de noviembre\D+9:05$/);
  });
});
