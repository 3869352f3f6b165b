import { useRef } from "preact/hooks";
import { relativeTime } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
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
      <section class="card">
        <h2>{password.changeTitle}</h2>
        <ChangePassword email={account.email} create={create} onCancel={() => security.show(null)} />
      </section>
    );
  }
  return (
    <section class="card line">
      <div>
        <h2>{password.title}</h2>
        <small>{password.changed(relativeTime(account.passwordChangedAt, Date.now(), locale))}</small>
      </div>
      <Button label={password.changeTitle} focusFirst={wasOpen.current} onClick={() => security.show("password")}>
        {password.change}
      </Button>
    </section>
  );
}
