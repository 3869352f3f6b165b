/**
 * Pages, and what filling does there when it is asked for: the names of the fields that it fills, in the order of the digits;
 * else `message` (the page asks for a code that it sent), `ambiguous` or `many` (the person points), `nothing`.
 */
export interface FieldPage {
  what: string;
  title?: string;
  body: string;
  wanted: string[] | "message" | "ambiguous" | "many" | "nothing";
  digits?: number;
}
