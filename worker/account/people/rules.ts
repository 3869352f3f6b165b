/** Where a page of people ends: the one whom the next page follows. */
export interface PeoplePageEnd {
  createdAt: number;
  id: string;
}

/** The cursor that stands for a page's end; opaque to those who send it back. */
export function formatPeopleCursor({ createdAt, id }: PeoplePageEnd): string {
  return `${createdAt.toString(36)}.${id}`;
}

/** The page's end that a cursor stands for; null for a text that is no cursor. */
export function parsePeopleCursor(cursor: string): PeoplePageEnd | null {
  const [, createdAt, id] = /^([0-9a-z]{1,10})\.([\w-]{1,64})$/.exec(cursor) ?? [];
  return createdAt === undefined || id === undefined ? null : { createdAt: Number.parseInt(createdAt, 36), id };
}
