import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";

/** How many recovery codes are left, while two-factor authentication is on. */
export function RecoveryCodesSection({ security }: { security: SecurityState }) {
  const { recovery } = useWords();
  const twoFactor = security.account.value?.twoFactor;
  if (!twoFactor?.enabled) return null;
  return (
    <section class="card line">
      <div>
        <h2>{recovery.title}</h2>
        <small>{recovery.left(twoFactor.recoveryCodesLeft)}</small>
      </div>
    </section>
  );
}
