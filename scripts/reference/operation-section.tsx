import { type ErrorCode, statusOf } from "../../shared/contract/errors.ts";
import { wordsOf } from "../../shared/contract/operations/caller.ts";
import type { Operation } from "../../shared/contract/operations/operation.ts";
import { problemsOf, whatToDo } from "../../shared/contract/operations/problem.ts";
import type { ContentObject, JsonSchema, OpenApiDocument, OperationObject } from "../openapi/document.ts";
import { curlOf } from "./curl.ts";
import { FieldList } from "./field-list.tsx";
import { Line, Paragraphs, Sample } from "./prose.tsx";
import { sampleOf } from "./sample-of.ts";
import { useShape } from "./shapes.ts";
import { TypeWords } from "./type-words.tsx";

/** One operation: what it does and takes on one side, how it looks on the other. */
export function OperationSection({ operation, document }: { operation: Operation; document: OpenApiDocument }) {
  const { id, method, path, summary, description, caller } = operation;
  const described = document.paths[path]?.[method];
  if (!described) throw new Error(`the document has no ${id}`);
  const shapes = document.components.schemas;
  return (
    <section class="operation" id={id}>
      <h3>
        <a href={`#${id}`}>{summary}</a>
      </h3>
      <p class="route">
        <span class={`method ${method}`}>{method.toUpperCase()}</span> <code>{path}</code>
        <span class="caller">{wordsOf(caller).short}</span>
      </p>
      <div class="sides">
        <div class="words">
          {description && <Paragraphs text={description} />}
          {caller !== "anyone" && (
            <p class="who">
              <Line text={wordsOf(caller).says} />
            </p>
          )}
          <Parameters described={described} />
          <Headers names={operation.headers ?? []} document={document} />
          <Body content={described.requestBody?.content} />
          <Answers described={described} operation={operation} />
          <Problems operation={operation} />
        </div>
        <div class="looks">
          <Sample title="Request" code={curlOf(operation, exampleOf(described.requestBody?.content, shapes))} />
          {Object.keys(operation.answers).map((status) => {
            const content = described.responses[status]?.content;
            const example = exampleOf(content, shapes);
            return content?.["application/json"] || content?.["application/x-ndjson"] ? (
              <Sample key={status} title={`Answer ${status}`} code={JSON.stringify(example, null, 2)} />
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
}

function exampleOf(content: ContentObject = {}, shapes: Record<string, JsonSchema>): unknown {
  const [media] = Object.values(content);
  return media && (media.example ?? sampleOf(media.schema, shapes));
}

function Parameters({ described: { parameters = [] } }: { described: OperationObject }) {
  const own = parameters.flatMap((parameter) => ("$ref" in parameter ? [] : [parameter]));
  if (own.length === 0) return null;
  const properties = Object.fromEntries(own.map(({ name, schema, description }) => [name, { ...schema, description }]));
  const required = own.flatMap(({ name, required }) => (required ? [name] : []));
  return (
    <>
      <h4>{own.every(({ in: place }) => place === "query") ? "Query" : "In the path"}</h4>
      <FieldList schema={{ properties, required }} />
    </>
  );
}

function Headers({ names, document }: { names: string[]; document: OpenApiDocument }) {
  if (names.length === 0) return null;
  const all = document.components.parameters;
  const properties = Object.fromEntries(
    names.map((name) => {
      const header = all[name];
      return [name, header && "schema" in header ? { ...header.schema, description: header.description } : {}];
    }),
  );
  return (
    <>
      <h4>Headers</h4>
      <FieldList schema={{ properties }} />
    </>
  );
}

function Body({ content = {} }: { content?: ContentObject }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <>
      <h4>
        Body <span class="type">{type}</span>
      </h4>
      {schema.properties && Object.keys(schema.properties).length === 0 ? (
        <p>
          <code>{"{}"}</code>
        </p>
      ) : (
        <FieldList schema={schema} />
      )}
    </>
  ));
}

function Answers({ described, operation }: { described: OperationObject; operation: Operation }) {
  return (
    <>
      <h4>Answer</h4>
      {Object.keys(operation.answers).map((status) => {
        const { description, content = {} } = described.responses[status] ?? { description: "" };
        return (
          <div key={status} class="answer">
            <p>
              <strong class="status">{status}</strong> {description}
            </p>
            {Object.entries(content).map(([type, { schema }]) => (
              <AnswerContent key={type} type={type} schema={schema} />
            ))}
            {Object.entries(operation.answers[Number(status) as 200]?.headers ?? {}).map(([name, says]) => (
              <p key={name}>
                <code>{name}</code>: <Line text={says} />
              </p>
            ))}
          </div>
        );
      })}
    </>
  );
}

/** The fields of an answer, under the name of its shape where it has one. */
function AnswerContent({ type, schema }: { type: string; schema: JsonSchema }) {
  const shape = useShape(schema);
  return (
    <>
      {!schema.properties && <p class="type">{schema.$ref || schema.items ? <TypeWords schema={schema} /> : type}</p>}
      <FieldList schema={shape} />
    </>
  );
}

function Problems({ operation }: { operation: Operation }) {
  const own = operation.problems ?? [];
  const others = problemsOf(operation).filter((code) => !own.includes(code));
  return (
    <>
      <h4>Problems</h4>
      {own.length > 0 && (
        <dl class="problems">
          {own.map((code) => (
            <div key={code}>
              <dt>
                <ProblemLink code={code} /> <span class="type">{statusOf[code]}</span>
              </dt>
              <dd>
                <Line text={whatToDo[code]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="others">
        {own.length > 0 && "And "}
        {others.map((code, at) => (
          <>
            {at > 0 && ", "}
            <ProblemLink key={code} code={code} />
          </>
        ))}
      </p>
    </>
  );
}

/** The name of a code, which leads to what it means. */
export function ProblemLink({ code }: { code: ErrorCode }) {
  return (
    <a href={`#problem-${code}`}>
      <code>{code}</code>
    </a>
  );
}
