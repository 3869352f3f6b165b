/**
 * A condition that an owner of a table gives to another feature's statement of the same batch,
 * so that what must follow together is decided together.
 */
export interface Guard {
  /** SQL of a boolean expression with `?` for each of `values`. */
  sql: string;
  values: readonly (string | number)[];
}

/** Holds whatever happens. */
export const always: Guard = { sql: "1", values: [] };

/** Holds while the other does not. */
export function not(guard: Guard): Guard {
  return { sql: `NOT (${guard.sql})`, values: guard.values };
}

/** Holds while both hold. */
export function both(one: Guard, other: Guard): Guard {
  return { sql: `${one.sql} AND ${other.sql}`, values: [...one.values, ...other.values] };
}
