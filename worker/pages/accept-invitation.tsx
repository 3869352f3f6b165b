import { useEffect, useState } from "preact/hooks";
import { useFormField } from "../../shared/panel/form-field.tsx";
import { NewPassword } from "../../shared/panel/password/new-password.tsx";
import { FormProblem } from "../../shared/panel/problem.tsx";
import { LocaleProvider, useWords } from "../../shared/panel/words.tsx";
import { Button } from "../../shared/ui/button.tsx";
import { Form } from "../../shared/ui/form.tsx";
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
        {({ email }) => <AcceptInvitation email={email} />}
      </CheckedLink>
    </PageFrame>
  </LocaleProvider>,
);

function AcceptInvitation({ email }: { email: string }) {
  const { problems, create } = useWords();
  const [{ password, strength, form, done, settings, submit }] = useState(() => createAcceptance(client, link));
  const { attempt } = form;
  useEffect(() => void settings.read(), [settings]);
  const field = useFormField(form, "password", create.passwordMissing, problems.anywhere);
  if (done.value) return <Accepted />;
  if (attempt.failure.value?.code === "link_expired") return <ExpiredLink purpose="invitation" />;
  return (
    <section class="card">
      <Form onSubmit={submit}>
        <h1>{words.invitation.title}</h1>
        <p>{words.invitation.lead}</p>
        <UsernameField email={email} />
        <NewPassword
          label={words.invitation.password}
          value={password}
          field={field}
          strength={strength}
          settings={settings.value}
          focusFirst
        />
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
