import type { JsonSchema } from "../openapi/document.ts";
import { Line } from "./prose.tsx";
import { useShape } from "./shapes.ts";
import { limitWords, TypeWords } from "./type-words.tsx";

/** The fields of an object, of each member of a union, or of all parts of an intersection; nothing for a plain value. */
export function FieldList({ schema }: { schema: JsonSchema }) {
  const { properties, required = [], allOf } = schema;
  const choices = schema.oneOf ?? schema.anyOf;
  if (allOf) return allOf.map((part) => <FieldList key={part} schema={part} />);
  if (choices) return <Choices of={flat(choices)} />;
  if (!properties || Object.keys(properties).length === 0) return null;
  return (
    <dl class="fields">
      {Object.entries(properties).map(([name, field]) => (
        <div key={name}>
          <dt>
            <code class="name">{name}</code> <span class="type">{<TypeWords schema={field} />}</span>
            {!required.includes(name) && <span class="optional">optional</span>}
          </dt>
          <dd>
            <FieldWords field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldWords({ field }: { field: JsonSchema }) {
  const shape = useShape(field);
  const limits = limitWords(shape);
  const inner = field.items?.properties ? field.items : field;
  const says = field.description ?? shape.description;
  return (
    <>
      {says && <Line text={says} />}
      {limits && (
        <span class="limits">
          <Line text={limits} />
        </span>
      )}
      {field.enum && field.enum.length > 8 && (
        <p class="values">
          {field.enum.map((value) => (
            <code key={value}>{String(value)}</code>
          ))}
        </p>
      )}
      {inner.properties && <FieldList schema={inner} />}
    </>
  );
}

function Choices({ of }: { of: JsonSchema[] }) {
  const members = of.filter(({ type }) => type !== "null");
  return (
    <div class="choices">
      {members.map((member, at) => (
        <div key={member}>
          <p class="choice">{at === 0 ? "Either" : "or"}</p>
          {member.$ref ? (
            <p>
              <TypeWords schema={member} />
            </p>
          ) : (
            <FieldList schema={member} />
          )}
        </div>
      ))}
    </div>
  );
}

/** The members of a union, those of unions within it too. */
function flat(members: JsonSchema[]): JsonSchema[] {
  return members.flatMap((member) => {
    const inner = member.oneOf ?? member.anyOf;
    return inner ? flat(inner) : [member];
  });
}
