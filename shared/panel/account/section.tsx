import { useRef, useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../problem.tsx";
import type { SecurityState } from "../security-state.ts";
import { useWords } from "../words.tsx";
import { ChangeEmail } from "./change-email.tsx";
import { createAccountActions } from "./section-state.ts";

/** The account as a whole: its address, its data, and its end. */
export function AccountSection({ security }: { security: SecurityState }) {
  const { care, problems } = useWords();
  const [actions] = useState(() => createAccountActions(security));
  const email = security.account.value?.email;
  const isChanging = security.open.value === "change_email";
  const wasChanging = useRef(false);
  if (isChanging) wasChanging.current = true;
  return (
    <section class="card">
      <h2>{care.title}</h2>
      <ul class="methods">
        <li>
          <div>
            <b>{care.email}</b>
            <small>{email}</small>
          </div>
          {!isChanging && (
            <Button
              label={care.changeEmail}
              focusFirst={wasChanging.current}
              onClick={() => security.show("change_email")}
            >
              {care.change}
            </Button>
          )}
          {isChanging && <ChangeEmail security={security} />}
        </li>
        <li>
          <div>
            <b>{care.data}</b>
            <small>{care.dataNote}</small>
          </div>
          <Button busy={actions.exporting.pending.value} onClick={() => void actions.download(care.fileName)}>
            {care.download}
          </Button>
        </li>
        <li>
          <div>
            <b>{care.delete}</b>
            <small>{care.deleteNote}</small>
          </div>
          <Button
            kind="danger"
            label={care.delete}
            busy={actions.deleting.pending.value}
            onClick={() => void actions.remove(care.deleteQuestion)}
          >
            {care.delete}
          </Button>
        </li>
      </ul>
      <FormProblem attempt={actions.exporting} texts={problems.anywhere} />
      <FormProblem attempt={actions.deleting} texts={problems.anywhere} />
    </section>
  );
}
