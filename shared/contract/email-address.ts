import * as v from "valibot";
import { type AddressFault, readAddress } from "../email-address/read.ts";
import { typedEmailLimit } from "./limits.ts";

/** What a text lacks to be an address, as in the `fields` of the problem. */
const expected: Record<AddressFault, string> = {
  at_sign: "exactly one @",
  hidden_character: "no hidden character and none that changes the direction of the text before the @",
  name: '1 to 64 characters before the @, no spaces, no dot at an end or next to another, and none of <>()[],;:\\"',
  domain: "the name of a domain after the @, as example.com",
  length: "at most 254 bytes in UTF-8",
};

/**
 * An address as a person types it, composed (NFC) and without the spaces around it. Every spelling of one address is
 * accepted (promise A1); `readAddress` says how it is kept.
 */
export const emailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.normalize("NFC"),
  v.maxLength(typedEmailLimit),
  v.rawCheck(({ dataset, addIssue }) => {
    const read = dataset.typed ? readAddress(dataset.value) : null;
    if (read && "fault" in read) addIssue({ expected: expected[read.fault], message: expected[read.fault] });
  }),
);
