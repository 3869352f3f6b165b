import { describe, expect, it } from "vitest";
import { choosePlace, placeOfField } from "../../../extension/fill/choose-place.ts";
import { fieldMark } from "../../../extension/fill/field-mark.ts";
import type { FieldSight, FrameSight } from "../../../extension/fill/sight.ts";
import { boxRow, field, frameOf } from "../../support/field-sight.ts";

const frame = (...fields: FieldSight[]): FrameSight => frameOf(fields);
const place = (at: number, ...fields: number[]) => ({ at: "place", place: { frame: at, fields } });
const code = field({ name: "code" });
const otp = field({ name: "otp" });
const mark = fieldMark(code);

describe("the place of a code", () => {
  it("is the one sure field, in whichever frame", () => {
    expect(choosePlace([frame(code), frame(field(), otp)], 6)).toEqual(place(1, 1));
    expect(choosePlace([frame(...boxRow(6, { name: "otp" }))], 6)).toEqual(place(0, 0, 1, 2, 3, 4, 5));
  });

  it("is, of several sure ones, the one for which most speaks, then the one with the focus", () => {
    const explicit = field({ autocomplete: "one-time-code", label: "Authenticator code" });
    const recovery = field({ autocomplete: "one-time-code", label: "Recovery code" });
    expect(choosePlace([frame(recovery, otp, explicit)], 6)).toEqual(place(0, 2));
    expect(choosePlace([frame(recovery, otp)], 6)).toEqual(place(0, 1));
    expect(choosePlace([frame(recovery)], 6)).toEqual(place(0, 0));
    expect(choosePlace([frame(otp, { ...otp, focused: true })], 6)).toEqual(place(0, 1));
    expect(choosePlace([frame(otp, otp)], 6)).toEqual({ at: "point", why: "many" });
  });

  it("is never one that holds something, unless the person asked on it (promise E4b)", () => {
    const held = { ...otp, empty: false };
    expect(choosePlace([frame(otp, held)], 6)).toEqual(place(0, 0));
    expect(choosePlace([frame(held)], 6)).toEqual({ at: "point", why: "ambiguous" });
    expect(choosePlace([frame({ ...held, focused: true })], 6)).toEqual({ at: "point", why: "ambiguous" });
    expect(choosePlace([frame({ ...code, empty: false })], 6, { mark })).toEqual({ at: "point", why: "ambiguous" });
    expect(choosePlace([frame({ ...held, focused: true })], 6, { onField: 0 })).toEqual(place(0, 0));
  });

  it("is never one that stays ambiguous, that is for another code, or for one that was sent", () => {
    expect(choosePlace([frame(code)], 6)).toEqual({ at: "point", why: "ambiguous" });
    expect(choosePlace([frame({ ...code, focused: true })], 6)).toEqual({ at: "point", why: "ambiguous" });
    expect(choosePlace([frame(field({ label: "Recovery code" }))], 6)).toEqual({ at: "point", why: "nothing" });
    expect(choosePlace([frame(field({ label: "SMS code" }))], 6)).toEqual({ at: "point", why: "message" });
    expect(choosePlace([frame()], 6)).toEqual({ at: "point", why: "nothing" });
  });

  it("is the field that was asked on, whatever it says, in the frame in which it was asked", () => {
    for (const label of ["Answer", "Backup code", "SMS code", "Card number", ""]) {
      expect(choosePlace([frame(otp, field({ label, focused: true }))], 6, { onField: 0 })).toEqual(place(0, 1));
    }
    const boxes = boxRow(6).map((box, index) => ({ ...box, focused: index === 3 }));
    expect(choosePlace([frame(...boxes)], 6, { onField: 0 })).toEqual(place(0, 0, 1, 2, 3, 4, 5));
    const focused = frame({ ...code, focused: true });
    expect(choosePlace([focused, focused], 6, { onField: 1 })).toEqual(place(1, 0));
  });

  it("is the field that was pointed at before, as long as there is one such", () => {
    expect(choosePlace([frame(field(), code)], 6, { mark })).toEqual(place(0, 1));
    expect(choosePlace([frame(code, code)], 6, { mark })).toEqual({ at: "point", why: "ambiguous" });
    const pin = boxRow(6, { label: "PIN" });
    expect(choosePlace([frame(...pin)], 6, { mark: fieldMark(pin[0] ?? field()) })).toEqual(place(0, 0, 1, 2, 3, 4, 5));
  });

  it("of a box that is pointed at is its whole row", () => {
    expect(placeOfField(frame(...boxRow(6, { label: "PIN" })), 2, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(placeOfField(frame(otp), 0, 6)).toEqual([0]);
  });

  it("is known again although a framework made up another id", () => {
    expect(fieldMark(field({ name: "code", id: "input-8231" }))).toBe(
      fieldMark(field({ name: "code", id: "input-77" })),
    );
    expect(fieldMark(field({ name: "code", id: ":r3:" }))).toBe(fieldMark(field({ name: "code", id: ":ra:" })));
    expect(fieldMark(code)).not.toBe(fieldMark(otp));
  });
});
