import type { ClientErrorCode } from "../../../shared/contract/answer.ts";

/** What a method of an element rejects with when the service gave no answer to go by. */
export function noAnswer(code: ClientErrorCode): DOMException {
  return new DOMException(`Latchkey: no answer (${code})`, "NetworkError");
}
