import { words } from "./page-words.ts";

/** Says which site somebody signs in to. */
export function SiteLine({ site, lead }: { site: string; lead: readonly [before: string, after: string] }) {
  const [before, after] = lead;
  return (
    <p class="site-line">
      {before} <b>{site}</b> {after}
    </p>
  );
}

/** The same on the way in. */
export function SigningInTo({ site }: { site: string | null }) {
  return site === null ? null : <SiteLine site={site} lead={words.site.signingIn} />;
}
