import type { FieldSight } from "./sight.ts";

/** Types of inputs that sites use for codes. */
export const typesOfCodes = ["text", "tel", "number", "password", ""];
/** How many fields a code is split into, at most. */
const mostParts = 10;
/** Pixels: a box for one digit that does not say so is no wider than this. */
const widestBox = 96;
/** Pixels by which boxes that are alike may differ. */
const likeness = 3;

/**
 * The rows of fields that together take one code of `digits` digits, in the order of the document, wherever they lie: boxes
 * for one digit each, or parts of the same length. Fields are a row if nothing but them is typed into within some element.
 */
export function rowsFor(fields: FieldSight[], digits: number): number[][] {
  const rows: number[][] = [];
  for (const size of partSizes(digits)) {
    const taken = new Set(rows.flat());
    const parts = partsOf(fields, size).filter((index) => !taken.has(index));
    rows.push(...rowsOfParts(fields, parts, digits / size));
  }
  return rows;
}

function partSizes(digits: number): number[] {
  return [1, 2, 3, 4].filter((size) => digits % size === 0 && digits / size > 1 && digits / size <= mostParts);
}

function partsOf(fields: FieldSight[], size: number): number[] {
  const indexes = [...fields.keys()].filter((index) => typesOfCodes.includes(fields[index]?.type ?? "-"));
  const said = indexes.filter((index) => fields[index]?.maxLength === size);
  if (size > 1) return said;
  const like = (index: number) => {
    const field = fields[index];
    return (
      field !== undefined && (field.maxLength === 1 || isSmall(field) || said.some((of) => isLike(field, fields[of])))
    );
  };
  return indexes.filter(like);
}

/** Some widgets set no length, or a greater one to notice a second digit or a paste; their boxes are about square. */
function isSmall({ box: { width, height } }: FieldSight): boolean {
  return width <= widestBox && width < height * 2 && height < width * 2.5;
}

function isLike({ box: one }: FieldSight, other: FieldSight | undefined): boolean {
  return (
    other !== undefined &&
    Math.abs(one.width - other.box.width) <= likeness &&
    Math.abs(one.height - other.box.height) <= likeness
  );
}

/** The smallest elements that hold just as many of the parts as make a code, one after the other. */
function rowsOfParts(fields: FieldSight[], parts: number[], count: number): number[][] {
  const inside = new Map<number, number[]>();
  for (const index of parts) {
    for (const element of fields[index]?.within ?? []) inside.set(element, [...(inside.get(element) ?? []), index]);
  }
  const rows = new Map<string, number[]>();
  for (const index of parts) {
    const row = fields[index]?.within.map((element) => inside.get(element) ?? []).find(({ length }) => length >= count);
    if (row?.length === count && isRow(row, fields)) rows.set(row.join(), row);
  }
  return [...rows.values()];
}

/** One after the other, with nothing else to type into between, and the first of them open. */
function isRow(row: number[], fields: FieldSight[]): boolean {
  const [firstOf = 0] = row;
  return row.every((index, at) => index === firstOf + at) && fields[firstOf]?.locked === false;
}
