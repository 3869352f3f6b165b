/** A text whose `code` is set as code. */
export function Line({ text }: { text: string }) {
  return text.split("`").map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));
}

/** The paragraphs of a text: a blank line parts them. */
export function Paragraphs({ text }: { text: string }) {
  return text.split("\n\n").map((paragraph) => (
    <p key={paragraph}>
      <Line text={paragraph} />
    </p>
  ));
}

/** A block of code under a title. */
export function Sample({ title, code }: { title: string; code: string }) {
  return (
    <figure class="sample">
      <figcaption>{title}</figcaption>
      <pre>
        <code>{code}</code>
      </pre>
    </figure>
  );
}
