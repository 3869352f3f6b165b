import type { Outcome } from "../../shared/outcome.ts";
import type { RunArgon2 } from "./argon2.ts";
import type { FileContent } from "./content.ts";
import type { Imported, ImportFailure } from "./result.ts";

/** What `read` may be told and may tell. */
export interface ReadOptions {
  /** What the person typed as the file's password. */
  password?: string | undefined;
  /** A file that stands beside the password, as KeePass has them. */
  keyFile?: Uint8Array<ArrayBuffer> | undefined;
  /** Told how much of a long calculation is done, 0 to 1. */
  onProgress?: ((done: number) => void) | undefined;
  /** What runs Argon2; a worker where none is given. */
  argon2?: RunArgon2 | undefined;
}

/**
 * One kind of file. `matches` looks at the content alone and is quick; `read` answers what is in it, or one of the
 * closed list of failures, `password_needed` where it is sealed and no password was given. Neither ever throws on
 * purpose, whatever the content.
 */
export interface ImportFormat {
  matches(content: FileContent): boolean;
  read(content: FileContent, options: ReadOptions): Promise<Outcome<Imported, ImportFailure>>;
}
