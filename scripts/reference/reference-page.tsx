import { features } from "../../shared/contract/operations/features.ts";
import type { JsonSchema, OpenApiDocument } from "../openapi/document.ts";
import { FieldList } from "./field-list.tsx";
import { guide, Introduction, ProblemList } from "./introduction.tsx";
import { OperationSection } from "./operation-section.tsx";
import { Line } from "./prose.tsx";
import { Shapes } from "./shapes.ts";
import { limitWords, TypeWords } from "./type-words.tsx";

/** The whole reference: the guide, every operation by feature, every problem and every shape. */
export function ReferencePage({ document, version }: { document: OpenApiDocument; version: string }) {
  const { schemas } = document.components;
  return (
    <Shapes.Provider value={schemas}>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="" width="24" height="24" />
          Latchkey
        </a>
        <p class="version">
          API {version} · <a href="/openapi.json">openapi.json</a>
        </p>
      </header>
      <Navigation />
      <main id="content" tabIndex={-1}>
        <h1>API reference</h1>
        <p class="lead">
          Sign people in, ask for their second step, and know who they are: all that the hosted pages and the extension
          do, your own pages and servers can. Made from the schemas that check the requests.
        </p>
        <Introduction />
        {features.map(({ name, title, about, operations }) => (
          <section key={name} id={name}>
            <h2>
              <a href={`#${name}`}>{title}</a>
            </h2>
            <p class="about">
              <Line text={about} />
            </p>
            {operations.map((operation) => (
              <OperationSection key={operation.id} operation={operation} document={document} />
            ))}
          </section>
        ))}
        <ProblemList />
        <section id="shapes">
          <h2>
            <a href="#shapes">Shapes</a>
          </h2>
          {Object.entries(schemas).map(([name, schema]) => (
            <ShapeSection key={name} name={name} schema={schema} />
          ))}
        </section>
      </main>
    </Shapes.Provider>
  );
}

function Navigation() {
  return (
    <nav aria-label="Contents">
      <p class="group">
        <a href="#first-request">Guide</a>
      </p>
      <ul>
        {guide.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      {features.map(({ name, title, operations }) => (
        <>
          <p class="group" key={name}>
            <a href={`#${name}`}>{title}</a>
          </p>
          <ul>
            {operations.map(({ id, summary }) => (
              <li key={id}>
                <a href={`#${id}`}>{summary}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="group">
        <a href="#problems">Problems</a>
      </p>
      <p class="group">
        <a href="#shapes">Shapes</a>
      </p>
    </nav>
  );
}

function ShapeSection({ name, schema }: { name: string; schema: JsonSchema }) {
  const limits = limitWords(schema);
  return (
    <section class="shape" id={name}>
      <h3>
        <a href={`#${name}`}>{name}</a>
      </h3>
      <p>
        {schema.description && <Line text={schema.description} />}
        {limits && (
          <span class="limits">
            <Line text={limits} />
          </span>
        )}
      </p>
      {!schema.properties && !schema.oneOf && (
        <p class="type">
          <TypeWords schema={schema} />
        </p>
      )}
      <FieldList schema={schema} />
    </section>
  );
}
