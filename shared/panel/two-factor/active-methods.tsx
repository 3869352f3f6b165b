import type { Method } from "../../contract/account.ts";
import { serviceNow } from "../../contract/server-clock.ts";
import { relativeDay } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { RenameMethod } from "../passkey/actions.tsx";
import { Row } from "../row.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords, type Words } from "../words.tsx";
import type { TwoFactorActions } from "./actions-state.ts";
import { nameOf, removalOf } from "./method-words.ts";

interface ActiveMethodProps {
  method: Method;
  security: SecurityState;
  actions: TwoFactorActions;
}

const icons: Record<Method["type"], IconName> = { app: "app", email: "mail", passkey: "passkey" };

/** One method that is on: what is known of it, and what can be done with it, which Manage opens below. */
export function ActiveMethod({ method, security, actions }: ActiveMethodProps) {
  const words = useWords();
  const { twoFactor } = words;
  const locale = useLocale();
  const account = security.account.value;
  const open = security.open.value;
  const isOpen = typeof open === "object" && open !== null && "manage" in open && open.manage === method.id;
  const name = nameOf(method, words);
  const isHere = security.thisBrowser.value?.holds(method.id);
  const used =
    method.lastUsedAt === null
      ? twoFactor.notUsed
      : twoFactor.used(relativeDay(method.lastUsedAt, serviceNow(), locale));
  const details = [isHere && twoFactor.thisBrowser, method.type === "email" && account?.email];
  const isDefault = account?.twoFactor.preferred === method.id;
  return (
    <Row
      icon={isHere ? "browser" : icons[method.type]}
      title={
        <>
          {name} {isDefault && <em class="pill plain">{twoFactor.preferred}</em>}
        </>
      }
      lines={[
        [...details, ...passkeyDetails(method, words.passkey), used].filter(Boolean).join(" · "),
        method.disabled && twoFactor.disabled,
      ]}
      action={
        <Button
          kind="text"
          label={`${isOpen ? twoFactor.close : twoFactor.manage} ${name}`}
          expanded={isOpen}
          onClick={() => security.show(isOpen ? null : { manage: method.id })}
        >
          {isOpen ? twoFactor.close : twoFactor.manage}
        </Button>
      }
    >
      {isOpen && <MethodActions method={method} security={security} actions={actions} />}
    </Row>
  );
}

function MethodActions({ method, security, actions }: ActiveMethodProps) {
  const words = useWords();
  const { twoFactor } = words;
  const account = security.account.value;
  const isBusy = actions.attempt.pending.value;
  const name = nameOf(method, words);
  return (
    <div class="stack">
      {method.type !== "email" && <RenameMethod method={method} actions={actions} />}
      <div class="actions">
        {account?.twoFactor.preferred !== method.id && (
          <Button busy={isBusy} onClick={() => void actions.prefer(method, name)}>
            {twoFactor.makePreferred}
          </Button>
        )}
        <Button
          kind="danger"
          busy={isBusy}
          onClick={() => account && void actions.remove(method, name, removalOf(method, account, words))}
        >
          {twoFactor.remove}
        </Button>
      </div>
    </div>
  );
}

/** What is said of a passkey beside its name: what keeps it, on how many devices, and whether it needs no password. */
function passkeyDetails({ passkey }: Method, words: Words["passkey"]): (string | false)[] {
  if (!passkey) return [];
  return [
    passkey.provider ?? false,
    passkey.synced ? words.synced : words.thisDeviceOnly,
    passkey.passwordless && words.withoutPassword,
  ];
}
