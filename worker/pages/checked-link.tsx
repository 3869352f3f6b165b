import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MailedLinkPurpose } from "../../shared/contract/link.ts";
import { useFocusOnArrival } from "../../shared/panel/focus.ts";
import { Loading } from "../../shared/panel/loading.tsx";
import { useWords } from "../../shared/panel/words.tsx";
import { findLivingLink, type LivingLink } from "./link-check.ts";
import { words } from "./page-words.ts";

/** The kinds of links that have a page of their own, which asks one thing. */
export type AskedPurpose = Exclude<MailedLinkPurpose, "reset" | "unlock">;

interface CheckedLinkProps {
  link: string;
  purpose: AskedPurpose;
  children: ComponentChildren | ((link: LivingLink) => ComponentChildren);
}

/** What a mailed link's page asks, once the link is known to do something; before that nothing, or that it has expired. */
export function CheckedLink({ link, purpose, children }: CheckedLinkProps) {
  const [living, setLiving] = useState<LivingLink | null | undefined>(undefined);
  useEffect(() => void findLivingLink(link, purpose).then(setLiving), [link, purpose]);
  if (living === undefined) return <Loading />;
  if (!living) return <ExpiredLink purpose={purpose} />;
  return typeof children === "function" ? children(living) : children;
}

/** A link that does nothing any more: why that may be, and what to do instead. */
export function ExpiredLink({ purpose }: { purpose: AskedPurpose }) {
  const { links } = useWords();
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const leadsToReset = purpose === "not_me" || purpose === "stop_reset";
  return (
    <div class="panel">
      <section class="card">
        <h1 ref={heading} tabIndex={-1}>
          {links.expiredTitle}
        </h1>
        <p>{words.expired[purpose]}</p>
        <a class="button primary" href={leadsToReset ? "/reset" : "/sign-in"}>
          {leadsToReset ? words.reset.title : words.ask.toSignIn}
        </a>
      </section>
    </div>
  );
}
