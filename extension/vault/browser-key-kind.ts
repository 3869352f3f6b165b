/**
 * The ways in which a key of this browser is kept. `browser_parts`: of two parts, one in a database and one in a file that
 * can be written over. `browser`: whole in a database, whose files keep it long after it was deleted; nothing is sealed
 * anew by one.
 */
export type BrowserKeyKind = "browser" | "browser_parts";
