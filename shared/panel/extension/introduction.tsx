import { Row } from "../row.tsx";
import { Section } from "../section.tsx";
import { useWords } from "../words.tsx";

/** What the extension does, and where it is installed from; nothing where the service names no such place. */
export function ExtensionIntroduction({ url }: { url: string | undefined }) {
  const { extension } = useWords();
  if (url === undefined) return null;
  return (
    <Section title={extension.title}>
      <ul class="list-card list">
        <Row
          icon="browser"
          title={extension.what}
          lines={[extension.note]}
          action={
            <a class="button text" href={url} target="_blank" rel="noopener">
              {extension.install}
            </a>
          }
        />
      </ul>
    </Section>
  );
}
