import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./section.css";

interface SectionProps {
  title: string;
  /** A word on the state, beside the title. */
  badge?: ComponentChildren;
  lead?: string;
  /** What can be done with all of it, at the end of its title. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of a page: its title outside of what it holds, so that no card holds a card. */
export function Section({ title, badge, lead, action, children }: SectionProps) {
  const id = useId();
  return (
    <section class="sec" aria-labelledby={id}>
      <header class="sec-head">
        <h2>
          <span id={id}>{title}</span> {badge}
        </h2>
        {lead && <p>{lead}</p>}
        {action}
      </header>
      {children}
    </section>
  );
}
