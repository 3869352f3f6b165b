import { client } from "./page-client.ts";
import { PageFrame } from "./page-frame.tsx";
import { words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

function Welcome() {
  const { welcome } = words;
  return (
    <PageFrame>
      <div class="welcome">
        <h1>{welcome.headline}</h1>
        <p class="lead">{welcome.lead}</p>
        <div class="actions">
          <a class="button primary" href="/create-account">
            {welcome.create}
          </a>
          <a class="button" href="/sign-in">
            {welcome.signIn}
          </a>
        </div>
        <ul class="points">
          {welcome.points.map(({ title, text }) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <a class="link" href="/learn/two-factor">
          {words.twoFactor.title}
        </a>
      </div>
    </PageFrame>
  );
}

startPage(words.welcome.title, <Welcome />);
const session = await client.session.get();
if (session.ok) location.replace("/profile");
