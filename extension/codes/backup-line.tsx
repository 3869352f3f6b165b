import { longDate } from "../../shared/locales/relative-time.ts";
import { locale } from "../surface/words.ts";
import { openLasting } from "./open-in-tab.ts";
import type { CodesState } from "./state.ts";
import { codesWords } from "./words.ts";

/** One quiet line where a backup is due, with the way to make one. */
export function BackupLine({ codes }: { codes: CodesState }) {
  const due = codes.reminder.value;
  if (!due) return null;
  const { backup } = codesWords;
  return (
    <p class="backup-line">
      {due.lastBackupAt === null ? backup.never : backup.old(longDate(due.lastBackupAt, locale))}{" "}
      <button type="button" class="link" onClick={() => void openLasting(codes, "export")}>
        {backup.now}
      </button>
    </p>
  );
}
