import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { createAttempt } from "../attempt.ts";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";

/** How many recovery codes are left while two-factor authentication is on, and new ones in their place. */
export function RecoveryCodesSection({ security }: { security: SecurityState }) {
  const { problems, recovery, renewCodes } = useWords();
  const [attempt] = useState(createAttempt);
  const { client, confirmation, stepUp } = security;
  const twoFactor = security.account.value?.twoFactor;
  if (!twoFactor?.enabled) return null;
  const renew = async () => {
    if (!(await confirmation.ask(renewCodes.question))) return;
    const answer = await attempt.run(() => stepUp.guard(() => client.recoveryCodes.renew()));
    if (!answer?.ok) return;
    await security.reload();
    security.show({ recoveryCodes: answer.value.recoveryCodes });
  };
  return (
    <Section title={recovery.title} lead={recovery.lead}>
      <ul class="list-card list">
        <Row
          icon="recovery"
          title={recovery.left(twoFactor.recoveryCodesLeft)}
          action={
            <Button kind="text" busy={attempt.pending.value} onClick={() => void renew()}>
              {renewCodes.make}
            </Button>
          }
        />
      </ul>
      <FormProblem attempt={attempt} texts={problems.anywhere} />
    </Section>
  );
}
