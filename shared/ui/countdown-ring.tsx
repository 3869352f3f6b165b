const radius = 8;
const circumference = 2 * Math.PI * radius;

/** Below this many seconds a code is about to change. */
export const lowSeconds = 5;

interface CountdownRingProps {
  secondsLeft: number;
  /** Seconds of a whole turn. */
  period: number;
}

/** How much of a code's time is left, as a ring; silent, for the time is not news. */
export function CountdownRing({ secondsLeft, period }: CountdownRingProps) {
  const left = Math.min(1, Math.max(0, secondsLeft / period)) * circumference;
  return (
    <svg class={secondsLeft < lowSeconds ? "ring low" : "ring"} viewBox="0 0 20 20" aria-hidden="true">
      <circle class="track" cx="10" cy="10" r={radius} />
      <circle class="left" cx="10" cy="10" r={radius} stroke-dasharray={`${left} ${circumference}`} />
    </svg>
  );
}
