import { words } from "./page-words.ts";

/** Says, before anybody has entered a password, that this browser will not keep the session. */
export function CookiesBlocked() {
  if (navigator.cookieEnabled) return null;
  return (
    <div class="panel">
      <p class="notice warn" role="status">
        {words.cookiesBlocked}
      </p>
    </div>
  );
}
