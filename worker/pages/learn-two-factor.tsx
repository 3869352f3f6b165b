import { PageFrame } from "./page-frame.tsx";
import { words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

function LearnTwoFactor() {
  const { twoFactor } = words;
  return (
    <PageFrame>
      <article class="reading">
        <h1>{twoFactor.title}</h1>
        <p class="lead">{twoFactor.lead}</p>
        {twoFactor.sections.map(({ title, paragraphs }) => (
          <section key={title}>
            <h2>{title}</h2>
            {paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
        <a class="button primary" href="/profile/security">
          {twoFactor.toSecurity}
        </a>
      </article>
    </PageFrame>
  );
}

startPage(words.twoFactor.title, <LearnTwoFactor />);
