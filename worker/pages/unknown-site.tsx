import { PageFrame } from "./page-frame.tsx";
import { words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

startPage(
  words.unknownSite.title,
  <PageFrame narrow>
    <section class="way-in stack">
      <h1>{words.unknownSite.title}</h1>
      <p>{words.unknownSite.lead}</p>
      <small>{words.unknownSite.forDevelopers}</small>
    </section>
  </PageFrame>,
);
