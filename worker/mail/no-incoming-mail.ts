/**
 * Stands for the two packages by which the Resend client reads mails that come in: none come in here, and they are a
 * fifth of the worker. `[alias]` of wrangler.toml puts it in their place.
 */
export class Webhook {
  constructor() {
    throw new Error("mails that come in are not read here");
  }
}

export default Webhook;
