import { PageFrame } from "./page-frame.tsx";
import { words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

startPage(
  words.unknownSite.title,
  <PageFrame narrow>
    <section class="card">
      <h1>{words.unknownSite.title}</h1>
      <p>{words.unknownSite.lead}</p>
      <p>{words.unknownSite.forDevelopers}</p>
    </section>
  </PageFrame>,
);
