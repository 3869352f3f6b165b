import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";

/** The methods that can be turned on, the stronger first. */
export function MethodChoices({ security }: { security: SecurityState }) {
  const { twoFactor: words, passkey } = useWords();
  const hasEmail = security.account.value?.twoFactor.methods.some(({ type }) => type === "email");
  return (
    <div class="choices">
      <button type="button" class="choice" onClick={() => security.show({ setUp: "passkey" })}>
        <b>{passkey.name}</b>
        <em class="pill good">{passkey.strongest}</em>
        <small>{passkey.note}</small>
      </button>
      <button type="button" class="choice" onClick={() => security.show({ setUp: "app" })}>
        <b>{words.app}</b>
        <em class="pill good">{words.stronger}</em>
        <small>{security.thisBrowser ? words.appNoteHere : words.appNote}</small>
      </button>
      {!hasEmail && (
        <button type="button" class="choice" onClick={() => security.show({ setUp: "email" })}>
          <b>{words.email}</b>
          <small>{words.emailNote}</small>
        </button>
      )}
    </div>
  );
}
