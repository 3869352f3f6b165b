import { useRef } from "preact/hooks";
import { serviceNow } from "../../contract/server-clock.ts";
import { relativeTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { ChangePassword } from "./change.tsx";

/** When the password was changed, and the form that changes it, opened in place. */
export function PasswordSection({ security }: { security: SecurityState }) {
  const { password } = useWords();
  const locale = useLocale();
  const { open } = security;
  const account = security.account.value;
  const wasOpen = useRef(false);
  if (!account) return null;
  if (open.value === "password") {
    wasOpen.current = true;
    return (
      <Section title={password.changeTitle}>
        <div class="card form-card">
          <ChangePassword security={security} />
        </div>
      </Section>
    );
  }
  return (
    <Section title={password.title}>
      <ul class="list-card list">
        <Row
          icon="lock"
          title={password.changed(relativeTime(account.passwordChangedAt, serviceNow(), locale))}
          action={
            <Button
              kind="text"
              label={password.changeTitle}
              focusFirst={wasOpen.current}
              onClick={() => security.show("password")}
            >
              {password.change}
            </Button>
          }
        />
      </ul>
    </Section>
  );
}
