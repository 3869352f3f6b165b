import type { PublicSettings } from "../../contract/public-settings.ts";
import { useWords } from "../words.tsx";

/** What somebody who makes an account agrees to, as links beside the form; nothing of what the service does not name. */
export function Terms({ settings }: { settings: PublicSettings | null }) {
  const { terms } = useWords();
  if (!settings?.termsUrl && !settings?.privacyUrl) return null;
  return (
    <small>
      {settings.termsUrl && <Linked sentence={terms.agree} url={settings.termsUrl} />}{" "}
      {settings.privacyUrl && <Linked sentence={terms.privacy} url={settings.privacyUrl} />}
    </small>
  );
}

/** A sentence with a link in it; a tab of its own, so that the form keeps what was entered. */
function Linked({ sentence: [before, link, after], url }: { sentence: [string, string, string]; url: string }) {
  return (
    <span>
      {before}
      <a class="link" href={url} target="_blank" rel="noopener">
        {link}
      </a>
      {after}
    </span>
  );
}
