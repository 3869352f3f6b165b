import "./section.css";
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../ui/icon.tsx";

interface RowProps {
  icon?: IconName;
  title: ComponentChildren;
  /** What is said below, a line each; what is false, empty or missing is left out. */
  lines?: (string | false | null | undefined)[];
  /** At the end of the row; below it where the row is narrow. */
  action?: ComponentChildren;
  /** What opens below. */
  children?: ComponentChildren;
}

/** One thing in a list: what it is, what is known of it, and what can be done with it. */
export function Row({ icon, title, lines = [], action, children }: RowProps) {
  return (
    <li class={icon ? "row-of" : "row-of plain"}>
      {icon && <Icon name={icon} />}
      <div class="what">
        <b>{title}</b>
        {lines.map((line) => line && <small key={line}>{line}</small>)}
      </div>
      {action && <div class="act">{action}</div>}
      {children && <div class="below">{children}</div>}
    </li>
  );
}
