import { expect, it } from "vitest";
import { childrenOf, readXml, textOf } from "../../../extension/import/xml.ts";

it("reads elements, attributes, entities, comments and text as it is", () => {
  const text = `<?xml version="1.0"?><!-- > --><a><b x='1 > 0' y="&lt;&#65;&#x42;"/><c>1 &amp; <![CDATA[<2>]]></c><c/></a>`;
  const read = readXml(text);
  if (!read.ok) throw new Error(read.code);
  expect(read.value.name).toBe("a");
  expect([...(childrenOf(read.value, "b")[0]?.attributes ?? [])]).toEqual([
    ["x", "1 > 0"],
    ["y", "<AB"],
  ]);
  expect(textOf(read.value, "c")).toBe("1 & <2>");
  expect(textOf(read.value, "none")).toBe("");
});

it.each([
  "",
  "a",
  "<a>",
  "<a></b>",
  "<a/><b/>",
  "</a>",
  "<a",
  "<a b='>",
  "<!DOCTYPE a><a/>",
  "<a><!-- </a>",
  "<1 <a/>",
])("refuses %s", (text) => {
  expect(readXml(text)).toMatchObject({ ok: false, code: "damaged" });
});

it("knows no entity of a document's own", () => {
  expect(readXml("<a>&b;&#0;&#x110000;</a>")).toMatchObject({ value: { text: "&b;&#0;&#x110000;" } });
});
