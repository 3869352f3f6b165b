import type { EventType } from "../../contract/event-types.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useWords } from "../words.tsx";
import type { Activity } from "./state.ts";

/** Which events are shown, and all of those as a file. */
export function ActivityFilterForm({ activity }: { activity: Activity }) {
  const { activity: words } = useWords();
  const options = [
    { value: "all" as const, text: words.everyKind },
    ...(Object.keys(words.events) as EventType[]).map((value) => ({ value, text: words.events[value] })),
  ];
  return (
    <div class="filter" onChange={() => void activity.load()}>
      <SelectField label={words.kind} value={activity.type} options={options} />
      <DateField label={words.since} value={activity.since} />
      <DateField label={words.until} value={activity.until} />
      <Button busy={activity.exporting.pending.value} onClick={() => void activity.download(words.fileName)}>
        {words.export}
      </Button>
    </div>
  );
}
