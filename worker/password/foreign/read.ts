import { fail, type Outcome } from "../../../shared/outcome.ts";
import { argon2Form } from "./argon2.ts";
import { bcryptForm } from "./bcrypt.ts";
import type { HashRefusal } from "./parts.ts";
import { pbkdf2Form } from "./pbkdf2.ts";
import { scryptForm } from "./scrypt.ts";

const forms = [argon2Form, bcryptForm, scryptForm, pbkdf2Form];

/** Reads a hash that another system made of a password, into the one text by which it is kept and checked here. */
export function readForeignHash(text: string): Outcome<string, HashRefusal> {
  for (const form of forms) {
    const read = form(text);
    if (read) return read;
  }
  return fail("hash_unknown");
}
