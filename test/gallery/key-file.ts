import { answerKeyFile } from "../../extension/vault/answer-key-file.ts";

// What the extension's own entry point does.
answerKeyFile();
