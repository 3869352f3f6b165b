/** The package `latchkey-client`: the client of the API, and what a page of another site needs around it. */
export { LatchkeyError, orThrow } from "./error.ts";
export { createLatchkey, type LatchkeyOptions } from "./latchkey.ts";
export { createSignIn, type SignIn, type SignInStep } from "./sign-in.ts";
export { type AskForProof, type Challenge, createStepUp, type StepUp } from "./step-up.ts";
export { type ForwardedVisitor, forVisitor } from "./visitor.ts";
