import type { Locale } from "../contract/locale.ts";

const secondsIn = { year: 31_557_600, month: 2_629_800, day: 86_400, hour: 3_600, minute: 60 } as const;
const justNow: Record<Locale, string> = { en: "just now", es: "hace un momento" };

/** How long ago `at` (RFC 3339) was, in words: `3 months ago`, `yesterday`; less than a minute is `just now`. */
export function relativeTime(at: string, nowMs: number, locale: Locale): string {
  const seconds = Math.max(0, (nowMs - Date.parse(at)) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const unit of ["year", "month", "day", "hour", "minute"] as const) {
    const count = Math.floor(seconds / secondsIn[unit]);
    if (count >= 1) return format.format(-count, unit);
  }
  return justNow[locale];
}

/** The same to the day, by the calendar of this place: `today`, `yesterday`, `3 months ago`. */
export function relativeDay(at: string, nowMs: number, locale: Locale): string {
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0);
  if (Date.parse(at) >= midnight) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "day");
  // Counted from the end of today, so that any moment of yesterday is a whole day ago.
  return relativeTime(at, midnight + secondsIn.day * 1000, locale);
}

/** A day in words: `24 November 2026` where that is how it is written. */
export function longDate(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(at));
}

/** A day with its time in words: `November 24 at 10:00 AM` where that is how it is written; the year where it is another one. */
export function dayAndTime(at: string, nowMs: number, locale: Locale): string {
  const day = new Date(at);
  const year = day.getFullYear() === new Date(nowMs).getFullYear() ? undefined : "numeric";
  const parts = { year, month: "long", day: "numeric", hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, parts).format(day);
}
