import type { ComponentChildren } from "preact";
import { errorCodes, statusOf } from "../../shared/contract/errors.ts";
import { whatToDo } from "../../shared/contract/operations/problem.ts";
import { problems } from "../../shared/locales/en/problems.ts";
import { Line, Paragraphs, Sample } from "./prose.tsx";

/** A part of the guide: its anchor, its title, and what it says. */
interface Part {
  id: string;
  title: string;
  says: string;
  looks?: { title: string; code: string }[];
}

/** What to know before the first request, in the order of reading. */
export const guide: Part[] = [
  {
    id: "first-request",
    title: "Your first request",
    says: "Every path is below the address of the service. JSON goes in and comes out, in UTF-8; ids are opaque; times are RFC 3339 in UTC, with milliseconds.\n\nNames and shapes are fixed. Fields, routes, codes and types of events may be added: ignore what you do not know.",
    looks: [
      {
        title: "Is it there?",
        code: 'export LATCHKEY=http://localhost:8787\ncurl "$LATCHKEY/health"',
      },
    ],
  },
  {
    id: "carrying-a-session",
    title: "How a session is carried",
    says: "A session is an opaque random token, of which the service keeps a hash alone. It is carried either way:\n\nBy a cookie, the default: `__Host-latchkey`, which no script can read. It is for pages of the same site. A request that changes something then needs an `Origin` that is the service's own or in `ALLOWED_ORIGINS`.\n\nBy a bearer token, for servers, apps and pages of other sites: sign in with the header `Latchkey-Session: bearer`, and the token is in the answer. Send it as `Authorization: Bearer TOKEN`. A step-up gives a new one, and the old one ends.",
    looks: [
      {
        title: "Sign in and ask who it is",
        code: 'curl -X POST "$LATCHKEY/v1/sign-in" \\\n  -H \'Latchkey-Session: bearer\' \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{"email":"ana@example.com","password":"a quiet harbour at dawn"}\'\n\nexport TOKEN=…   # session.token of the answer\ncurl "$LATCHKEY/v1/session" -H "Authorization: Bearer $TOKEN"',
      },
    ],
  },
  {
    id: "errors",
    title: "Errors",
    says: "Everything that is refused is answered as `application/problem+json` (RFC 9457). Decide by `code`, which never changes its meaning. `detail` is a sentence for people, in the language of `Accept-Language` (`en`, `es`). `requestId` names the request in the service's log, as the header `Request-Id` of every answer does.",
    looks: [
      {
        title: "A wrong code",
        code: JSON.stringify(
          {
            type: "urn:latchkey:problem:wrong_code",
            ...problems.wrong_code,
            status: 401,
            code: "wrong_code",
            requestId: "Hq5Zt0cVJ8yR2mXw4nPbLg",
            attemptsLeft: 3,
          },
          null,
          2,
        ),
      },
    ],
  },
  {
    id: "proving-again",
    title: "Step-up",
    says: "What a stolen session must not do asks for a fresh proof: the answer is then `step_up_required` with the `methods` that count. Ask the person for one of them, send it to `POST /v1/step-up`, and repeat the request within ten minutes. With two-factor on only a second factor counts, without it the password.",
    looks: [
      {
        title: "Prove it again",
        code: 'curl -X POST "$LATCHKEY/v1/step-up" \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H \'Content-Type: application/json\' \\\n  -d \'{"method":"app","code":"123456"}\'',
      },
    ],
  },
  {
    id: "limits",
    title: "Limits",
    says: "A body has 16 KiB at most. Wrong passwords and codes are counted exactly, per account, network and remembered browser, and slowed by waits that double; a mail goes out every 30 seconds at most, five an hour. Beyond that the answer is `too_many_attempts` with `retryAfter` seconds, and the header `Retry-After`. Do not repeat a request sooner: it would not be judged.",
  },
];

/** The guide, and what every problem means. */
export function Introduction() {
  return (
    <>
      {guide.map(({ id, title, says, looks = [] }) => (
        <GuideSection key={id} id={id} title={title} looks={looks.map((look) => <Sample key={look.title} {...look} />)}>
          <Paragraphs text={says} />
        </GuideSection>
      ))}
    </>
  );
}

function GuideSection({
  id,
  title,
  looks,
  children,
}: {
  id: string;
  title: string;
  looks: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="guide" id={id}>
      <h2>
        <a href={`#${id}`}>{title}</a>
      </h2>
      <div class="sides">
        <div class="words">{children}</div>
        <div class="looks">{looks}</div>
      </div>
    </section>
  );
}

/** Every code, with its status, what it means and what to do about it. */
export function ProblemList() {
  return (
    <section id="problems">
      <h2>
        <a href="#problems">Problems</a>
      </h2>
      <dl class="problems all">
        {errorCodes
          .toSorted((a, b) => statusOf[a] - statusOf[b])
          .map((code) => (
            <div key={code} id={`problem-${code}`}>
              <dt>
                <code>{code}</code> <span class="type">{statusOf[code]}</span>
              </dt>
              <dd>
                <strong>{problems[code].title}.</strong> <Line text={whatToDo[code]} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
