import type { Method } from "../../contract/account.ts";
import { relativeDay } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { RenamePasskey } from "../passkey/actions.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords, type Words } from "../words.tsx";
import type { TwoFactorActions } from "./actions-state.ts";

interface ActiveMethodsProps {
  security: SecurityState;
  actions: TwoFactorActions;
}

/** The methods that are on; Manage opens what can be done with one, below it. */
export function ActiveMethods({ security, actions }: ActiveMethodsProps) {
  const methods = security.account.value?.twoFactor.methods ?? [];
  return (
    <ul class="methods">
      {methods.map((method) => (
        <ActiveMethod key={method.id} method={method} security={security} actions={actions} />
      ))}
    </ul>
  );
}

function ActiveMethod({ method, security, actions }: ActiveMethodsProps & { method: Method }) {
  const { twoFactor: words, passkey } = useWords();
  const locale = useLocale();
  const account = security.account.value;
  const open = security.open.value;
  const isOpen = typeof open === "object" && open !== null && "manage" in open && open.manage === method.id;
  const name = method.type === "email" ? words.email : method.name;
  const details = [
    security.thisBrowser?.holds(method.id) && words.thisBrowser,
    method.type === "email" && account?.email,
    ...passkeyDetails(method, passkey),
    account?.twoFactor.preferred === method.id && words.preferred,
    method.disabled && words.disabled,
    method.lastUsedAt === null ? words.notUsed : words.used(relativeDay(method.lastUsedAt, Date.now(), locale)),
  ];
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>{details.filter(Boolean).join(" · ")}</small>
      </div>
      <Button
        label={`${isOpen ? words.close : words.manage} ${name}`}
        expanded={isOpen}
        onClick={() => security.show(isOpen ? null : { manage: method.id })}
      >
        {isOpen ? words.close : words.manage}
      </Button>
      {isOpen && <MethodActions method={method} name={name} security={security} actions={actions} />}
    </li>
  );
}

function MethodActions({ method, name, security, actions }: ActiveMethodsProps & { method: Method; name: string }) {
  const { twoFactor: words } = useWords();
  const twoFactor = security.account.value?.twoFactor;
  const isLast = twoFactor?.methods.length === 1;
  const isBusy = actions.attempt.pending.value;
  const removal = isLast ? words.turnOffQuestion : words.removeQuestion(name);
  return (
    <>
      {method.type === "passkey" && <RenamePasskey method={method} actions={actions} />}
      <div class="actions">
        {twoFactor?.preferred !== method.id && (
          <Button busy={isBusy} onClick={() => void actions.prefer(method, name)}>
            {words.makePreferred}
          </Button>
        )}
        <Button kind="danger" busy={isBusy} onClick={() => void actions.remove(method, name, removal)}>
          {words.remove}
        </Button>
      </div>
    </>
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
