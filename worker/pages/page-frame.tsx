import type { ComponentChildren } from "preact";
import { locales } from "../../shared/contract/locale.ts";
import { Button } from "../../shared/ui/button.tsx";
import { chooseLanguage, pageLocale, words } from "./page-words.ts";
import { ProfileMenu } from "./profile-menu.tsx";

interface PageFrameProps {
  /** Somebody is signed in: the menu of their account stands in the header. */
  signedIn?: boolean;
  /** One thing in the middle, such as a form, and no more. */
  narrow?: boolean;
  children: ComponentChildren;
}

/** What every page has around it: the brand, the account's menu, and the other language. */
export function PageFrame({ signedIn, narrow, children }: PageFrameProps) {
  return (
    <div class="page">
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="page-header">
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="" width="24" height="24" />
          {words.brand}
        </a>
        {signedIn && <ProfileMenu />}
      </header>
      <main id="content" tabIndex={-1} class={narrow ? "narrow" : undefined}>
        {children}
      </main>
      <footer class="page-footer">
        {locales.map(
          (locale) =>
            locale !== pageLocale && (
              <span key={locale} lang={locale}>
                <Button kind="link" onClick={() => chooseLanguage(locale)}>
                  {words.language[locale]}
                </Button>
              </span>
            ),
        )}
      </footer>
    </div>
  );
}
