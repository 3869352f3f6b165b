/** How long deliveries are kept. */
export const keptDays = 30;

/** Deliveries on one page. */
export const pageSize = 50;

/** Where a page of deliveries ends: the delivery that the next page follows. */
export interface PageEnd {
  at: number;
  id: string;
}

/** The cursor that stands for a page's end; opaque to those who send it back. */
export function formatCursor({ at, id }: PageEnd): string {
  return `${at.toString(36)}.${id}`;
}

/** The page's end that a cursor stands for; null for a text that is no cursor. */
export function parseCursor(cursor: string): PageEnd | null {
  const [, at, id] = /^([0-9a-z]{1,10})\.([\w-]{1,80})$/.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: Number.parseInt(at, 36), id };
}
