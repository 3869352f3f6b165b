import { Button } from "../../shared/ui/button.tsx";
import { PageFrame } from "./page-frame.tsx";
import { words } from "./page-words.ts";
import { startPage } from "./start-page.tsx";

interface ProblemWords {
  title: string;
  lead: string;
}

/** A page in place of one that is none or that failed, with a way home; `retry` is what a button says that tries again. */
export function startProblemPage({ title, lead }: ProblemWords, retry?: string): void {
  startPage(
    title,
    <PageFrame narrow>
      <div class="panel">
        <section class="card">
          <h1>{title}</h1>
          <p>{lead}</p>
          <div class="actions">
            {retry && <Button onClick={() => location.reload()}>{retry}</Button>}
            <a class="button primary" href="/">
              {words.home}
            </a>
          </div>
        </section>
      </div>
    </PageFrame>,
  );
}
