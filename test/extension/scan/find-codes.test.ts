import { describe, expect, it } from "vitest";
import { findCodes } from "../../../extension/scan/find-codes.ts";
import { type DrawnCode, pictureWith } from "../../support/qr-picture.ts";

const link = (name: string) =>
  `otpauth://totp/${name}:someone@example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=${name}`;
const code = (name: string, more: Partial<DrawnCode> = {}): DrawnCode => ({
  text: link(name),
  x: 300,
  y: 200,
  module: 4,
  ...more,
});
const night = [18, 18, 18] as const;

describe("QR codes in a picture", () => {
  it.each([
    ["plain", pictureWith([code("A")])],
    ["on half a pixel", pictureWith([code("A", { module: 3.37 })])],
    ["small", pictureWith([code("A", { module: 2 })])],
    ["smaller still", pictureWith([code("A", { module: 1.5 })])],
    ["white on black", pictureWith([code("A", { dark: [255, 255, 255], light: [0, 0, 0] })], 1280, 800, [0, 0, 0])],
    [
      "small and light on dark",
      pictureWith([code("A", { module: 2, dark: [240, 240, 240], light: night })], 1280, 800, night),
    ],
    ["on a dark page, with a margin of one", pictureWith([code("A", { module: 3, margin: 1 })], 1280, 800, night)],
    ["without a margin on a dark page", pictureWith([code("A", { module: 3, margin: 0 })], 1280, 800, night)],
    ["without a margin on a black page", pictureWith([code("A", { module: 2, margin: 0 })], 1280, 800, [0, 0, 0])],
    [
      "light on dark, without a margin on a white page",
      pictureWith([code("A", { module: 4, margin: 0, dark: [255, 255, 255], light: night })]),
    ],
    ["in a mirror", pictureWith([code("A", { isMirrored: true })])],
    ["small and in a mirror", pictureWith([code("A", { module: 2, isMirrored: true })])],
    [
      "in a mirror and without a margin on a dark page",
      pictureWith([code("A", { module: 3, margin: 0, isMirrored: true })], 1280, 800, night),
    ],
    ["as small as at 67 % zoom", pictureWith([code("A", { module: 1.34 })])],
    [
      "as small as that and without a margin on a dark page",
      pictureWith([code("A", { module: 1.67, margin: 0 })], 1280, 800, night),
    ],
    ["in two pale colours", pictureWith([code("A", { dark: [11, 107, 79], light: [227, 241, 235] })])],
  ])("are found when they are %s", { timeout: 60_000 }, async (_, picture) => {
    expect(await findCodes(picture)).toEqual([link("A")]);
  });

  it("are all found, dark and light ones together", async () => {
    const codes = ["A", "B", "C", "D"].map((name, at) =>
      code(name, { x: 20 + (at % 2) * 420, y: 10 + Math.floor(at / 2) * 390 }),
    );
    const light = code("E", { x: 900, dark: [255, 255, 255], light: [0, 0, 0] });
    const found = await findCodes(pictureWith([...codes, light]));
    expect(found.sort()).toEqual(["A", "B", "C", "D", "E"].map(link));
  });

  it("are none where there are none", { timeout: 60_000 }, async () => {
    expect(await findCodes(pictureWith([]))).toEqual([]);
    expect(await findCodes(pictureWith([], 640, 480, night))).toEqual([]);
    expect(await findCodes(pictureWith([], 1, 1))).toEqual([]);
  });
});
