import { useRef, useState } from "preact/hooks";
import { longDate } from "../../locales/relative-time.ts";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../problem.tsx";
import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import type { SecurityState } from "../security-state.ts";
import { useLocale, useWords } from "../words.tsx";
import { ChangeEmail } from "./change-email.tsx";
import { createAccountActions, deletedAt } from "./section-state.ts";

/** The account as a whole: its address and its data; and apart from them, its end. */
export function AccountSection({ security }: { security: SecurityState }) {
  const { care, problems } = useWords();
  const locale = useLocale();
  const [actions] = useState(() => createAccountActions(security));
  const email = security.account.value?.email;
  const isChanging = security.open.value === "change_email";
  const wasChanging = useRef(false);
  if (isChanging) wasChanging.current = true;
  return (
    <>
      <Section title={care.title}>
        <ul class="list-card list">
          <Row
            icon="mail"
            title={care.email}
            lines={[email]}
            action={
              !isChanging && (
                <Button
                  kind="text"
                  label={care.changeEmail}
                  focusFirst={wasChanging.current}
                  onClick={() => security.show("change_email")}
                >
                  {care.change}
                </Button>
              )
            }
          >
            {isChanging && <ChangeEmail security={security} />}
          </Row>
          <Row
            icon="download"
            title={care.data}
            lines={[care.dataNote]}
            action={
              <Button
                kind="text"
                busy={actions.exporting.pending.value}
                onClick={() => void actions.download(care.fileName)}
              >
                {care.download}
              </Button>
            }
          />
        </ul>
        <FormProblem attempt={actions.exporting} texts={problems.anywhere} />
      </Section>
      <Section title={care.danger}>
        <ul class="list-card list">
          <Row
            title={care.delete}
            lines={[care.deleteNote]}
            action={
              <Button
                kind="danger"
                busy={actions.deleting.pending.value}
                onClick={() => {
                  const until = deletedAt(security.settings.value);
                  const lead = care.deleteLead(until && longDate(until, locale));
                  void actions.remove({ ...care.deleteQuestion, lead });
                }}
              >
                {care.delete}
              </Button>
            }
          />
        </ul>
        <FormProblem attempt={actions.deleting} texts={problems.anywhere} />
      </Section>
    </>
  );
}
