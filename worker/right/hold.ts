import type { D1DatabaseSession, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import { type Right, RightEnded } from "./right.ts";
import { failUnless, hasFailed } from "./store.ts";

/** A world in which nothing is read or written that a right does not allow at that very moment (promise S4b). */
export interface HeldWorld {
  world: World;
  /** Ends that: what follows the answer also follows an act that ended the right, such as signing out. */
  release: () => void;
}

/**
 * The same world, in which each statement and each batch first asks, in its own transaction and round trip, whether
 * `right` still stands by the clock of that moment. Where it does not, nothing of it happens and `RightEnded` is thrown.
 */
export function holdTo(world: World, right: Right): HeldWorld {
  const hold = { isOn: true };
  const run: RunBatch = async (statements) => {
    if (!hold.isOn) return world.db.batch(statements);
    try {
      const results = await world.db.batch([
        failUnless(world.db, right.standsAt(world.clock()), right.name),
        ...statements,
      ]);
      return results.slice(1);
    } catch (error) {
      throw hasFailed(error, right.name) ? new RightEnded(right) : error;
    }
  };
  return {
    world: { ...world, db: new HeldDatabase(world.db, run) },
    release: () => {
      hold.isOn = false;
    },
  };
}

type RunBatch = (statements: D1PreparedStatement[]) => Promise<D1Result[]>;

class HeldDatabase implements D1DatabaseSession {
  constructor(
    private readonly real: D1DatabaseSession,
    private readonly run: RunBatch,
  ) {}

  prepare(sql: string): D1PreparedStatement {
    return new HeldStatement(this.real.prepare(sql), this.run);
  }

  async batch<Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> {
    const real = statements.map((each) => (each instanceof HeldStatement ? each.real : each));
    return (await this.run(real)) as D1Result<Row>[];
  }

  getBookmark() {
    return this.real.getBookmark();
  }
}

/** A statement that is a batch of its own where it is run alone. */
class HeldStatement implements D1PreparedStatement {
  constructor(
    readonly real: D1PreparedStatement,
    private readonly runBatch: RunBatch,
  ) {}

  bind(...values: unknown[]): D1PreparedStatement {
    return new HeldStatement(this.real.bind(...values), this.runBatch);
  }

  async all<Row>(): Promise<D1Result<Row>> {
    const [result] = await this.runBatch([this.real]);
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
