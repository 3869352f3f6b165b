import { useEffect } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { CopyButton } from "../../shared/ui/copy-button.tsx";
import { codeIn, createMailbox, type Mail } from "./mailbox-state.ts";
import { PageFrame } from "./page-frame.tsx";
import { pageLocale, words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

const box = createMailbox();

function MailboxPage() {
  const { mailbox } = words;
  useEffect(() => box.watch(), []);
  const mails = box.mails.value;
  return (
    <PageFrame>
      <div class="panel">
        <div class="title-line">
          <h1>{mailbox.title}</h1>
          <Button onClick={() => void box.refresh()}>{mailbox.refresh}</Button>
        </div>
        <p>{mailbox.lead}</p>
        <div class="error" role="alert">
          {box.unreachable.value && <p>{mailbox.unreachable}</p>}
        </div>
        {mails?.length === 0 && <p class="card empty">{mailbox.empty}</p>}
        {mails?.map((mail) => (
          <MailCard key={mail.id} mail={mail} />
        ))}
      </div>
    </PageFrame>
  );
}

function MailCard({ mail }: { mail: Mail }) {
  const { mailbox } = words;
  const code = codeIn(mail.text);
  const time = new Intl.DateTimeFormat(pageLocale, { timeStyle: "medium" }).format(new Date(mail.at));
  return (
    <article class="card mail">
      <header>
        <h2>{mail.subject}</h2>
        <small>
          {mailbox.to} {mail.to} · <time dateTime={mail.at}>{time}</time>
        </small>
      </header>
      {code && (
        <p class="mail-code">
          <span class="visually-hidden">{mailbox.code} </span>
          <code>{code}</code>
          <CopyButton
            text={code}
            words={{ copy: mailbox.copyCode, copied: mailbox.copied, notCopied: mailbox.notCopied }}
          />
        </p>
      )}
      <p class="mail-text">{mail.text}</p>
    </article>
  );
}

startPage(words.mailbox.title, <MailboxPage />);
