import type { D1DatabaseSession, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";

/** How a batch is carried out; a statement that is run alone is a batch of its own. `onlyReads`: none of it writes. */
export type RunBatch = (statements: D1PreparedStatement[], onlyReads: boolean) => Promise<D1Result[]>;

/** The same database, of which every statement and every batch goes through `run`. */
export function throughBatches(real: D1DatabaseSession, run: RunBatch): D1DatabaseSession {
  return new WatchedDatabase(real, run);
}

class WatchedDatabase implements D1DatabaseSession {
  constructor(
    private readonly real: D1DatabaseSession,
    private readonly runBatch: RunBatch,
  ) {}

  prepare(sql: string): D1PreparedStatement {
    return new WatchedStatement(this.real.prepare(sql), /^\s*SELECT\b/i.test(sql), this.runBatch);
  }

  async batch<Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> {
    const real = statements.map((each) => (each instanceof WatchedStatement ? each.real : each));
    const onlyReads = statements.every((each) => each instanceof WatchedStatement && each.onlyReads);
    return (await this.runBatch(real, onlyReads)) as D1Result<Row>[];
  }

  getBookmark() {
    return this.real.getBookmark();
  }
}

/** A statement that is a batch of its own where it is run alone. */
class WatchedStatement implements D1PreparedStatement {
  constructor(
    readonly real: D1PreparedStatement,
    readonly onlyReads: boolean,
    private readonly runBatch: RunBatch,
  ) {}

  bind(...values: unknown[]): D1PreparedStatement {
    return new WatchedStatement(this.real.bind(...values), this.onlyReads, this.runBatch);
  }

  async all<Row>(): Promise<D1Result<Row>> {
    const [result] = await this.runBatch([this.real], this.onlyReads);
    return result as D1Result<Row>;
  }

  run<Row>(): Promise<D1Result<Row>> {
    return this.all<Row>();
  }

  async first<Row>(column?: string): Promise<Row | null> {
    const [row] = (await this.all<Record<string, unknown>>()).results;
    return ((column === undefined ? row : row?.[column]) ?? null) as Row | null;
  }

  async raw(): Promise<never> {
    throw new Error("rows are read by name");
  }
}
