/** Icons on a grid of 20 px, each one path; one meaning each. */
const shapes = {
  app: "M7.5 2.5h5a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2zM9 14.8h2",
  activity: "M3.2 10a6.9 6.9 0 1 0 2.3-5.2L3 7M3 3.3V7h3.7M10 6.2V10l2.7 1.7",
  back: "M16 10H4.5M9 5.5L4.5 10 9 14.5",
  browser:
    "M4 3.5h12a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-12a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5zM7 17h6M10 13.5V17",
  check: "M4.5 10.5l3.7 3.7 7.3-8",
  clock: "M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M10 5.8V10l2.9 1.8",
  download: "M10 3v10M6 9.3l4 4 4-4M3.5 16.8h13",
  language:
    "M2.5 10a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M2.5 10h15M10 2.5c2.2 2.1 3.2 4.6 3.2 7.5s-1 5.4-3.2 7.5c-2.2-2.1-3.2-4.6-3.2-7.5s1-5.4 3.2-7.5z",
  laptop:
    "M5.5 4h9a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-9a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5zM2 16h16",
  lock: "M6 9h8a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-4.5a2 2 0 0 1 2-2zM6.5 9V6.3a3.5 3.5 0 0 1 7 0V9",
  mail: "M4.5 4h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM3 5.5l7 5.5 7-5.5",
  next: "M7.5 4.5L13 10l-5.5 5.5",
  passkey:
    "M4.3 6a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M2 16.5c.2-3.2 2.5-5.2 5.5-5.2 1.2 0 2.3.3 3.2.9M12.6 10.5a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M15 12.9v4.9M15 15.4h1.7",
  recovery: "M2.8 13.5a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0M9.2 10.8L16.8 3.2M13.7 6.3l2.6 2.6M11.4 8.6l1.7 1.7",
  secured: "M10 2.5l6.5 2.3v4.5c0 3.9-2.6 6.7-6.5 8.4-3.9-1.7-6.5-4.5-6.5-8.4V4.8zM7 9.9l2.2 2.2 4-4.2",
  site: "M4.5 3h2.5a1.5 1.5 0 0 1 1.5 1.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-2.5a1.5 1.5 0 0 1-1.5-1.5v-2.5a1.5 1.5 0 0 1 1.5-1.5zM13 3h2.5a1.5 1.5 0 0 1 1.5 1.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-2.5a1.5 1.5 0 0 1-1.5-1.5v-2.5a1.5 1.5 0 0 1 1.5-1.5zM4.5 11.5h2.5a1.5 1.5 0 0 1 1.5 1.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-2.5a1.5 1.5 0 0 1-1.5-1.5v-2.5a1.5 1.5 0 0 1 1.5-1.5zM13 11.5h2.5a1.5 1.5 0 0 1 1.5 1.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-2.5a1.5 1.5 0 0 1-1.5-1.5v-2.5a1.5 1.5 0 0 1 1.5-1.5z",
  sync: "M16.7 8.3A7 7 0 0 0 4.2 6.2M3.3 11.7a7 7 0 0 0 12.5 2.1M4 2.8v3.6h3.6M16 17.2v-3.6h-3.6",
  trash: "M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.8 11.5h7.4l.8-11.5M8.5 9v4.5M11.5 9v4.5",
  warning: "M10 3l7.7 13.5H2.3zM10 8v3.8",
};

export type IconName = keyof typeof shapes;

/** An icon beside a text that says the same: nothing that reads aloud says it twice. */
export function Icon({ name, size = "m" }: { name: IconName; size?: "s" | "m" | "l" }) {
  // Arrows that point along the line turn around with it.
  const turns = name === "back" || name === "next" ? " flip" : "";
  return (
    <svg class={`icon ${size}${turns}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
      {name === "warning" && <circle cx="10" cy="14.1" r="0.9" class="dot" />}
    </svg>
  );
}
