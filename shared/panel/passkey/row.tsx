import { serviceNow } from "../../contract/server-clock.ts";
import { relativeDay } from "../../locales/relative-time.ts";
import { Row } from "../row.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";

/** All passkeys as one method among the others; nothing where there is none. */
export function PasskeysRow({ security }: { security: SecurityState }) {
  const { passkey, twoFactor: words } = useWords();
  const locale = useLocale();
  const twoFactor = security.account.value?.twoFactor;
  const passkeys = twoFactor?.methods.filter(({ type }) => type === "passkey") ?? [];
  if (passkeys.length === 0) return null;
  const used = passkeys.flatMap(({ lastUsedAt }) => lastUsedAt ?? []).sort();
  const last = used.at(-1);
  const isDefault = passkeys.some(({ id }) => id === twoFactor?.preferred);
  return (
    <Row
      icon="passkey"
      title={
        <>
          {passkey.title} {isDefault && <em class="pill plain">{words.preferred}</em>}
        </>
      }
      lines={[
        [
          passkey.count(passkeys.length),
          last === undefined ? words.notUsed : words.used(relativeDay(last, serviceNow(), locale)),
        ].join(" · "),
      ]}
    />
  );
}
