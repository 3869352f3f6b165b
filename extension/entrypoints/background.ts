import { defineBackground } from "wxt/utils/define-background";
import { keepLocked } from "../lock/keep-locked.ts";
import { answerWindows } from "../messages.ts";
import { callService, hasSession } from "../session/call.ts";

export default defineBackground(() => {
  answerWindows({ callService, hasSession });
  keepLocked();
});
