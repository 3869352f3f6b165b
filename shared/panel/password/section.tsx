import { useRef } from "preact/hooks";
import { relativeTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { ChangePassword } from "./change.tsx";
import { createPasswordChange } from "./change-state.ts";

/** When the password was changed, and the form that changes it, opened in place. */
export function PasswordSection({ security }: { security: SecurityState }) {
  const { password } = useWords();
  const locale = useLocale();
  const { client, stepUp, open } = security;
  const account = security.account.value;
  const wasOpen = useRef(false);
  if (!account) return null;
  if (open.value === "password") {
    wasOpen.current = true;
    const create = () =>
      createPasswordChange({
        client,
        stepUp,
        email: account.email,
        onChanged: () => void security.reload({ say: { what: "password_changed" } }),
      });
    return (
      <Section title={password.changeTitle}>
        <div class="card form-card">
          <ChangePassword email={account.email} create={create} onCancel={() => security.show(null)} />
        </div>
      </Section>
    );
  }
  return (
    <Section title={password.title}>
      <ul class="list-card list">
        <Row
          icon="lock"
          title={password.changed(relativeTime(account.passwordChangedAt, Date.now(), locale))}
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
