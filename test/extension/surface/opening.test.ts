import { expect, it } from "vitest";
import { openingOf } from "../../../extension/surface/opening.ts";

it.each([
  ["/popup.html", "", { surface: "popup" }],
  ["/sidepanel.html", "", { surface: "panel" }],
  ["/popup.html", "#in=page&open=camera", { surface: "page", at: "camera" }],
  ["/popup.html", "#in=window&tab=12&open=fill", { surface: "window", tab: 12, at: "fill" }],
  ["/popup.html", "#in=nowhere&tab=-1&open=sesame", { surface: "popup" }],
])("reads %s%s", (pathname, hash, opening) => {
  expect(openingOf({ pathname, hash })).toEqual(opening);
});
