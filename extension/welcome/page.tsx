import type { ComponentChildren } from "preact";
import { surfaceWords } from "../settings/surface-words.ts";
import { openSidePanel } from "../surface/open.ts";
import { addressOf } from "../surface/opening.ts";
import type { Shortcuts } from "../surface/shortcuts.ts";

/** The first-run page: three steps, and the way to the first account. */
export function Welcome({ shortcuts }: { shortcuts: Shortcuts }) {
  const { welcome } = surfaceWords;
  return (
    <main>
      <header>
        <img src="/icon/128.png" alt="" width="64" height="64" />
        <h1>{welcome.title}</h1>
        <p>{welcome.lead}</p>
      </header>
      <ol>
        <Step title={welcome.pin.title} drawing={<PinDrawing />}>
          <p>{welcome.pin.text}</p>
          {shortcuts.open && <p>{welcome.pin.shortcut(shortcuts.open)}</p>}
          <p>{welcome.pin.panel}</p>
          <p>
            <button type="button" class="link" onClick={() => void openSidePanel({ stay: true })}>
              {welcome.panel}
            </button>
          </p>
        </Step>
        <Step title={welcome.scan.title} drawing={<ScanDrawing />}>
          <p>{welcome.scan.text}</p>
          <p>
            {welcome.scan.import} <a href={addressOf({ surface: "page", at: "import" })}>{welcome.scan.importLink}</a>
          </p>
        </Step>
        <Step title={welcome.fill.title} drawing={<FillDrawing />}>
          <p>{welcome.fill.text}</p>
          {shortcuts.fill && <p>{welcome.fill.shortcut(shortcuts.fill)}</p>}
          <p>{welcome.fill.safe}</p>
        </Step>
      </ol>
      <footer>
        <a class="button primary" href={addressOf({ surface: "page", at: "add" })}>
          {welcome.start}
        </a>
        <p>
          {welcome.account} <a href={addressOf({ surface: "page", show: "security" })}>{welcome.accountLink}</a>
        </p>
        <p class="small-print">{welcome.locked}</p>
        <p class="small-print">{welcome.later}</p>
      </footer>
    </main>
  );
}

function Step({
  title,
  drawing,
  children,
}: {
  title: string;
  drawing: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <li>
      {drawing}
      <h2>{title}</h2>
      {children}
    </li>
  );
}

/** The bar of a browser with a pinned button. */
function PinDrawing() {
  return (
    <svg viewBox="0 0 240 96" aria-hidden="true">
      <rect class="paper" x="1" y="22" width="238" height="52" rx="12" />
      <rect class="line" x="16" y="38" width="140" height="20" rx="10" />
      <rect class="accent" x="170" y="36" width="24" height="24" rx="7" />
      <path class="on" d="M182 42a4 4 0 0 1 1.6 7.7l1 4.3h-5.2l1-4.3A4 4 0 0 1 182 42z" />
      <circle class="line" cx="216" cy="48" r="10" />
    </svg>
  );
}

/** A QR code inside the corners of a finder. */
function ScanDrawing() {
  const squares = ["108 36", "122 36", "136 42", "108 50", "129 50", "122 57", "136 57", "108 63", "115 43", "129 36"];
  return (
    <svg viewBox="0 0 240 96" aria-hidden="true">
      <rect class="paper" x="84" y="12" width="72" height="72" rx="8" />
      {squares.map((at) => (
        <path key={at} class="ink" d={`M${at}h6v6h-6z`} />
      ))}
      <path
        class="corner"
        d="M76 26V12a8 8 0 0 1 8-8h14M142 4h14a8 8 0 0 1 8 8v14M164 70v14a8 8 0 0 1-8 8h-14M98 92H84a8 8 0 0 1-8-8V70"
      />
    </svg>
  );
}

/** Six boxes, filled. */
function FillDrawing() {
  return (
    <svg viewBox="0 0 240 96" aria-hidden="true">
      {[..."482915"].map((digit, index) => (
        <g key={digit}>
          <rect class="box" x={18 + index * 35} y="28" width="29" height="38" rx="6" />
          <text class="digit" x={32.5 + index * 35} y="54" text-anchor="middle">
            {digit}
          </text>
        </g>
      ))}
    </svg>
  );
}
