import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { answerKeyFile } from "../vault/answer-key-file.ts";

export default defineUnlistedScript(() => answerKeyFile());
