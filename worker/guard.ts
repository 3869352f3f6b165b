/** A value in SQL, with what is bound to it. */
export interface Term {
  /** An expression with `?` for each of `values`. */
  sql: string;
  values: readonly (string | number)[];
}

/**
 * A condition that an owner of a table gives to another feature's statement of the same batch,
 * so that what must follow together is decided together: a `Term` that is true or false.
 */
export type Guard = Term;

/** A query of ids, with what is bound to it, for what stands in another feature's `IN (...)`. */
export interface IdQuery {
  query: string;
  values: readonly (string | number)[];
}

/** Holds whatever happens. */
export const always: Guard = { sql: "1", values: [] };

/** Never holds. */
export const never: Guard = { sql: "0", values: [] };

/** Holds while both hold. */
export function both(one: Guard, other: Guard): Guard {
  return { sql: `${one.sql} AND ${other.sql}`, values: [...one.values, ...other.values] };
}

/** Holds while one of them does. */
export function either(one: Guard, other: Guard): Guard {
  return { sql: `(${one.sql} OR ${other.sql})`, values: [...one.values, ...other.values] };
}

/** Holds while `guard` does not. */
export function not(guard: Guard): Guard {
  return { sql: `NOT (${guard.sql})`, values: guard.values };
}

/** A value that is known already. */
export function known(value: string): Term {
  return { sql: "?", values: [value] };
}

/** The first of two values that is not null. */
export function firstOf(one: Term, other: Term): Term {
  return { sql: `coalesce(${one.sql}, ${other.sql})`, values: [...one.values, ...other.values] };
}
