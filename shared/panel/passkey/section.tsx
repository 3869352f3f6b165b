import { Button } from "../../ui/button.tsx";
import { Switch } from "../../ui/switch.tsx";
import { Folded } from "../folded.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import type { TwoFactorActions } from "../two-factor/actions-state.ts";
import { ActiveMethod } from "../two-factor/active-methods.tsx";
import { useWords } from "../words.tsx";

/** The passkeys one by one, and whether to ask for nothing weaker; nothing where there is none. */
export function PasskeysSection({ security, actions }: { security: SecurityState; actions: TwoFactorActions }) {
  const { passkey } = useWords();
  const twoFactor = security.account.value?.twoFactor;
  const passkeys = twoFactor?.methods.filter(({ type }) => type === "passkey") ?? [];
  if (!twoFactor || passkeys.length === 0) return null;
  const note = twoFactor.passkeysOnly ? passkey.onlyOn : passkey.onlyNote;
  return (
    <Section
      title={passkey.title}
      lead={passkey.sectionLead}
      action={
        <Button kind="text" onClick={() => security.show({ setUp: "passkey" })}>
          {passkey.offerAdd}
        </Button>
      }
    >
      <div class="list-card">
        <Folded
          items={passkeys}
          label={passkey.title}
          draw={(method) => <ActiveMethod key={method.id} method={method} security={security} actions={actions} />}
        />
        <Switch
          label={passkey.only}
          note={passkeys.length === 1 ? `${note} ${passkey.onlyOne}` : note}
          isOn={twoFactor.passkeysOnly}
          busy={actions.attempt.pending.value}
          onChange={(on) => void actions.demandPasskeys(on)}
        />
      </div>
    </Section>
  );
}
