import { vi } from "vitest";
import { statusOf } from "../../shared/contract/errors.ts";
import { Service } from "./service.ts";

/** Names in requests and answers whose values nobody may find in a log. */
const secretNames =
  /^(email|newEmail|password|currentPassword|newPassword|code|recoveryCodes|token|signIn|link|secret|uri|qr|text|html)$/;

/** Every secret in what was sent and answered, found by the names of the contract. */
function secretsIn(value: unknown, name = ""): string[] {
  // A problem has a `code` too, which is no secret.
  if (typeof value === "string")
    return secretNames.test(name) && value.length >= 6 && !(value in statusOf) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => secretsIn(each, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => secretsIn(each, key));
}

/** What was logged so far, and how to stop listening: it answers the secrets that were sent meanwhile, either way. */
export interface Ear {
  logged: string[];
  stop(): Promise<string[]>;
}

/** Listens to all that is logged, which is not shown meanwhile, and to all that is sent. */
export function eavesdrop(): Ear {
  const logged: string[] = [];
  const inWords = (word: unknown) =>
    word instanceof Error ? `${word.stack} ${word.message} ${word.cause}` : String(word);
  const consoles = (["log", "info", "warn", "error", "debug", "trace"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.map(inWords).join(" "))),
  );
  const sent = vi.spyOn(Service.prototype, "send");
  return {
    logged,
    async stop() {
      const answers = await Promise.allSettled(sent.mock.results.map(({ value }) => value));
      const said = [
        ...sent.mock.calls.map(([, , request]) => request),
        ...answers.map((answer) => answer.status === "fulfilled" && { answer: answer.value.body }),
      ];
      for (const spy of [...consoles, sent]) spy.mockRestore();
      return [...new Set(secretsIn(said))];
    },
  };
}
