import { useEffect, useState } from "preact/hooks";
import { useFormField } from "../../shared/panel/form-field.tsx";
import { PasswordStrength } from "../../shared/panel/password/strength.tsx";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
import { PasswordField } from "../../shared/ui/password-field.tsx";
import { UsernameField } from "../../shared/ui/username-field.tsx";
import { createAcceptance } from "./accept-invitation-state.ts";
import { CheckedLink, ExpiredLink } from "./checked-link.tsx";
import { takeMailedLink } from "./mailed-link.ts";
import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

// Opening the page changes nothing: programs that look through mails open every link in them.
const link = takeMailedLink();

startPage(
  words.invitation.title,
  <LocaleProvider locale={pageLocale}>
    <PageFrame narrow>
      <CheckedLink link={link} purpose="invitation">
        <AcceptInvitation />
      </CheckedLink>
    </PageFrame>
  </LocaleProvider>,
);

function AcceptInvitation() {
  const { problems, password: texts, create } = useWords();
  const [{ password, strength, form, done, submit }] = useState(() => createAcceptance(client, link));
  useEffect(() => strength.watch(), [strength]);
  const { attempt } = form;
  const { inputRef, error, isRefused } = useFormField(form, "password", create.passwordMissing, problems.anywhere);
  if (done.value) return <Accepted />;
  if (attempt.failure.value?.code === "link_expired") return <ExpiredLink purpose="invitation" />;
  return (
    <section class="card">
      <Form onSubmit={submit}>
        <h1>{words.invitation.title}</h1>
        <p>{words.invitation.lead}</p>
        <UsernameField email="" />
        <div class="stack tight">
          <PasswordField
            label={words.invitation.password}
            autocomplete="new-password"
            value={password}
            words={texts}
            inputRef={inputRef}
            focusFirst
            error={error}
          />
          <PasswordStrength strength={strength} refused={isRefused} />
        </div>
        <FormProblem attempt={form} texts={problems.anywhere} />
        <Button kind="primary" type="submit" wide busy={attempt.pending.value} disabled={attempt.blocked.value}>
          {words.invitation.submit}
        </Button>
      </Form>
    </section>
  );
}

function Accepted() {
  return (
    <section class="card">
      <h1>{words.invitation.doneTitle}</h1>
      <div role="status">
        <p class="notice good">{words.invitation.done}</p>
      </div>
      <a ref={(next) => next?.focus()} class="button primary" href="/sign-in">
        {words.ask.toSignIn}
      </a>
    </section>
  );
}
