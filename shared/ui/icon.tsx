import type { JSX } from "preact";

/** Icons on a grid of 20 px; one meaning each. */
const shapes = {
  app: (
    <>
      <rect x="5.5" y="2.5" width="9" height="15" rx="2" />
      <path d="M9 14.8h2" />
    </>
  ),
  activity: <path d="M3.2 10a6.9 6.9 0 1 0 2.3-5.2L3 7M3 3.3V7h3.7M10 6.2V10l2.7 1.7" />,
  back: <path d="M16 10H4.5M9 5.5L4.5 10 9 14.5" />,
  browser: (
    <>
      <rect x="2.5" y="3.5" width="15" height="10" rx="1.5" />
      <path d="M7 17h6M10 13.5V17" />
    </>
  ),
  check: <path d="M4.5 10.5l3.7 3.7 7.3-8" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.8V10l2.9 1.8" />
    </>
  ),
  download: <path d="M10 3v10M6 9.3l4 4 4-4M3.5 16.8h13" />,
  language: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M2.5 10h15M10 2.5c2.2 2.1 3.2 4.6 3.2 7.5s-1 5.4-3.2 7.5c-2.2-2.1-3.2-4.6-3.2-7.5s1-5.4 3.2-7.5z" />
    </>
  ),
  laptop: (
    <>
      <rect x="4" y="4" width="12" height="9" rx="1.5" />
      <path d="M2 16h16" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8.5" rx="2" />
      <path d="M6.5 9V6.3a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  mail: (
    <>
      <rect x="2.5" y="4" width="15" height="12" rx="2" />
      <path d="M3 5.5l7 5.5 7-5.5" />
    </>
  ),
  next: <path d="M7.5 4.5L13 10l-5.5 5.5" />,
  passkey: (
    <>
      <circle cx="7.5" cy="6" r="3.2" />
      <path d="M2 16.5c.2-3.2 2.5-5.2 5.5-5.2 1.2 0 2.3.3 3.2.9" />
      <circle cx="15" cy="10.5" r="2.4" />
      <path d="M15 12.9v4.9M15 15.4h1.7" />
    </>
  ),
  recovery: (
    <>
      <circle cx="6.5" cy="13.5" r="3.7" />
      <path d="M9.2 10.8L16.8 3.2M13.7 6.3l2.6 2.6M11.4 8.6l1.7 1.7" />
    </>
  ),
  secured: <path d="M10 2.5l6.5 2.3v4.5c0 3.9-2.6 6.7-6.5 8.4-3.9-1.7-6.5-4.5-6.5-8.4V4.8zM7 9.9l2.2 2.2 4-4.2" />,
  site: (
    <>
      <rect x="3" y="3" width="5.5" height="5.5" rx="1.5" />
      <rect x="11.5" y="3" width="5.5" height="5.5" rx="1.5" />
      <rect x="3" y="11.5" width="5.5" height="5.5" rx="1.5" />
      <rect x="11.5" y="11.5" width="5.5" height="5.5" rx="1.5" />
    </>
  ),
  sync: <path d="M16.7 8.3A7 7 0 0 0 4.2 6.2M3.3 11.7a7 7 0 0 0 12.5 2.1M4 2.8v3.6h3.6M16 17.2v-3.6h-3.6" />,
  trash: <path d="M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.8 11.5h7.4l.8-11.5M8.5 9v4.5M11.5 9v4.5" />,
  warning: (
    <>
      <path d="M10 3l7.7 13.5H2.3zM10 8v3.8" />
      <circle cx="10" cy="14.1" r="0.9" class="dot" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof shapes;

/** An icon beside a text that says the same: nothing that reads aloud says it twice. */
export function Icon({ name, size = "m" }: { name: IconName; size?: "s" | "m" | "l" }) {
  // Arrows that point along the line turn around with it.
  const turns = name === "back" || name === "next" ? " flip" : "";
  return (
    <svg class={`icon ${size}${turns}`} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
