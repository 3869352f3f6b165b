/**
 * What this isolate knows of the provider's rate: while it refuses, codes go one by one, in the order of asking, instead
 * of all coming back together. By the real clock, in milliseconds since 1970, for it is waited here.
 */
export interface MailGate {
  /** When the provider takes mails again. */
  pausedUntil: number;
  /** When nobody else has a turn yet. */
  nextTurnAt: number;
}

/** A gate that is open. */
export function openGate(): MailGate {
  return { pausedUntil: 0, nextTurnAt: 0 };
}

/** How long the next turn would have to be waited for, in milliseconds: 0 while nothing was refused. */
export function waitForTurn({ pausedUntil, nextTurnAt }: MailGate, now: number): number {
  return Math.max(0, pausedUntil - now, nextTurnAt - now);
}

/** Takes that turn: the one after it comes `spacing` later, if it had to be waited for. */
export function takeTurn(gate: MailGate, now: number, spacing: number): void {
  const wait = waitForTurn(gate, now);
  if (wait > 0) gate.nextTurnAt = now + wait + spacing;
}

/** Notes that the provider refuses mails for a while. */
export function pauseGate(gate: MailGate, until: number): void {
  gate.pausedUntil = Math.max(gate.pausedUntil, until);
}
