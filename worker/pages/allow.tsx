import { useState } from "preact/hooks";
import { type AppScope, appScopes, type Site } from "../../shared/contract/oidc.ts";
import type { WhoIsThis } from "../../shared/contract/session.ts";
import { createAttempt } from "../../shared/panel/attempt.ts";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { nextPage, signInAddress } from "./next-page.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { SiteLine } from "./site-line.tsx";
import { startPage } from "./start-page.tsx";

interface AllowProps {
  who: WhoIsThis;
  site: Site;
  clientId: string;
  scopes: AppScope[];
  /** The site's request, which goes on once it is allowed. */
  next: string;
}

/** Asks what a site may know that is not the service's own, and goes on with the answer: only what is shown is allowed. */
function AllowPage({ who, site, clientId, scopes, next }: AllowProps) {
  const { problems } = useWords();
  const [attempt] = useState(createAttempt);
  const allow = async () => {
    const answer = await attempt.run(() => client.apps.allow(clientId, { scopes }));
    if (answer?.ok) location.replace(next);
    else if (answer?.code === "not_signed_in") location.replace(signInAddress(next));
  };
  return (
    <section class="card allow">
      {site.logoUri && <img class="site-logo" src={site.logoUri} alt="" width={48} height={48} />}
      <h1>{words.allow.title}</h1>
      <SiteLine site={site.name} lead={words.site.allowing} />
      <p>{words.allow.signedInAs(who.account.email)}</p>
      <p>{words.allow.can}</p>
      <ul>
        {scopes.map((scope) => (
          <li key={scope}>{words.allow.scopes[scope]}</li>
        ))}
      </ul>
      <p class="quiet">{words.allow.takeBack}</p>
      <FormProblem attempt={attempt} texts={problems.anywhere} />
      <div class="actions">
        <Button
          kind="primary"
          busy={attempt.pending.value}
          disabled={attempt.blocked.value}
          onClick={() => void allow()}
        >
          {words.allow.allow}
        </Button>
        <a class="button" href={`${next}&denied=1`}>
          {words.allow.cancel}
        </a>
      </div>
    </section>
  );
}

const here = new URL(location.href);
const next = nextPage(here);
const request = new URL(next, here.origin);
const clientId = request.pathname === "/oidc/authorize" ? (request.searchParams.get("client_id") ?? "") : "";
const asked = (here.searchParams.get("scope") ?? "").split(" ");
const scopes = appScopes.filter((scope) => asked.includes(scope));
const [site, visitor] = await Promise.all([client.site.ofClient(clientId), client.session.get()]);
if (!visitor.ok) location.replace(signInAddress(next));
else if (!site.ok || scopes.length === 0) location.replace("/unknown-site");
else {
  startPage(
    words.allow.title,
    <LocaleProvider locale={pageLocale}>
      <PageFrame narrow>
        <AllowPage who={visitor.value} site={site.value} clientId={clientId} scopes={scopes} next={next} />
      </PageFrame>
    </LocaleProvider>,
  );
}
