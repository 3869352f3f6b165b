import { lowSeconds, ringDashes, ringRadius } from "./ring.ts";

interface CountdownRingProps {
  secondsLeft: number;
  /** Seconds of a whole turn. */
  period: number;
}

/** How much of a code's time is left, as a ring; silent, for the time is not news. */
export function CountdownRing({ secondsLeft, period }: CountdownRingProps) {
  return (
    <svg class={secondsLeft < lowSeconds ? "ring low" : "ring"} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="track" cx="10" cy="10" r={ringRadius} />
      <circle class="left" cx="10" cy="10" r={ringRadius} stroke-dasharray={ringDashes(secondsLeft, period)} />
    </svg>
  );
}
