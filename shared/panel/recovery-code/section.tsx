import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { createCodeRenewal } from "./renew-state.ts";

/** How many recovery codes are left while two-factor authentication is on, and new ones in their place. */
export function RecoveryCodesSection({ security }: { security: SecurityState }) {
  const { problems, recovery, renewCodes } = useWords();
  const [{ attempt, run }] = useState(() => createCodeRenewal(security));
  const twoFactor = security.account.value?.twoFactor;
  if (!twoFactor?.enabled) return null;
  const unseen = security.unseenCodes.value;
  return (
    <Section title={recovery.title} lead={recovery.lead}>
      <ul class="list-card list">
        <Row
          icon="recovery"
          title={recovery.left(twoFactor.recoveryCodesLeft)}
          action={
            unseen ? (
              <Button kind="text" onClick={() => security.show({ recoveryCodes: unseen })}>
                {recovery.saveTitle}
              </Button>
            ) : (
              <Button kind="text" busy={attempt.pending.value} onClick={() => void run(renewCodes.question)}>
                {renewCodes.make}
              </Button>
            )
          }
        />
      </ul>
      <FormProblem attempt={attempt} texts={problems.anywhere} />
    </Section>
  );
}
