/** The first field of a form with nothing in it: a new object each time, so that the focus can go there again. */
export interface Missing<Field extends string> {
  field: Field;
}

/** The first field that is not filled in yet, in the order they are given; null when all are. */
export function firstMissing<Field extends string>(isFilled: Record<Field, boolean>): Missing<Field> | null {
  const field = (Object.keys(isFilled) as Field[]).find((name) => !isFilled[name]);
  return field ? { field } : null;
}
