import { defineBackground } from "wxt/utils/define-background";
import { answerWindows } from "../messages.ts";
import { callService, hasSession } from "../session/call.ts";

export default defineBackground(() => {
  answerWindows({ callService, hasSession });
});
